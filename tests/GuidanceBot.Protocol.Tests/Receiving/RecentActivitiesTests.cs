using GuidanceBot.Protocol.Receiving;

namespace GuidanceBot.Protocol.Tests.Receiving;

public sealed class RecentActivitiesTests
{
    private readonly RecentActivities _seen = new(limit: 100);

    public static TheoryData<string, string, string, string> Others => new()
    {
        { "msteams", "a:1", "2", "" },
        { "msteams", "a:2", "1", "" },
        { "webchat", "a:1", "1", "" },
        { "msteams", "a:1", "1", "messageUpdate 5" },
        { "msteamsa", ":1", "1", "" },
    };

    [Theory]
    [MemberData(nameof(Others))]
    public async Task Only_the_same_activity_is_the_same(string channel, string conversation, string id, string change)
    {
        Assert.True(await AddAsync("msteams", "a:1", "1", ""));

        Assert.True(await AddAsync(channel, conversation, id, change));
        Assert.False(await AddAsync("msteams", "a:1", "1", ""));
    }

    [Fact]
    public async Task At_least_half_of_the_limit_is_remembered_and_no_more_than_the_limit()
    {
        for (var i = 0; i < 1000; i++)
        {
            Assert.True(await AddAsync("c", "x", $"{i}", ""));
            for (var back = Math.Max(0, i - 49); back <= i; back++)
            {
                Assert.False(await AddAsync("c", "x", $"{back}", ""));
            }
        }

        Assert.True(await AddAsync("c", "x", "800", ""));
    }

    [Fact]
    public async Task What_is_taken_back_may_come_again()
    {
        await AddAsync("c", "x", "1", "");

        await _seen.RemoveAsync(new ActivityKey("c", "x", "1", ""), TestContext.Current.CancellationToken);

        Assert.True(await AddAsync("c", "x", "1", ""));
    }

    [Fact]
    public async Task An_id_of_any_length_will_do()
    {
        var longId = new string('i', 5000);
        Assert.True(await AddAsync("c", "x", longId, ""));
        Assert.False(await AddAsync("c", "x", longId, ""));
    }

    private ValueTask<bool> AddAsync(string channel, string conversation, string id, string change) =>
        _seen.TryAddAsync(new ActivityKey(channel, conversation, id, change), TestContext.Current.CancellationToken);
}
