using GuidanceBot.State.Model;
using GuidanceBot.State.Retention;
using GuidanceBot.State.Tests.Running;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace GuidanceBot.State.Tests.Retention;

public sealed class SweepTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    /// <summary>The kind, its lifetime unless set, and how one is made and counted.</summary>
    public static TheoryData<string, double> Kinds => new()
    {
        { nameof(StateContext.People), 90 },
        { nameof(StateContext.Drafts), 7 },
        { nameof(StateContext.Activities), 2 },
        { nameof(StateContext.Feedback), 365 },
        { nameof(StateContext.Shown), 365 },
        { nameof(StateContext.Faults), 7 },
        { nameof(StateContext.Outbox), 7 },
        { nameof(StateContext.Conversations), 90 },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_record_is_deleted_when_its_lifetime_is_over_and_not_before(string kind, double days)
    {
        await using var store = await TestStore.CreateAsync(StateProvider.Sqlite);
        await using var bot = await RunningStore.StartAsync(store, time: new FakeTimeProvider(Now));
        var lifetime = TimeSpan.FromDays(days);
        await bot.WriteAsync(db =>
        {
            db.Add(Make(kind, Now - lifetime + TimeSpan.FromMinutes(1)));
            db.Add(Make(kind, Now - lifetime - TimeSpan.FromMinutes(1)));
            return db.SaveChangesAsync();
        });

        await bot.Get<Sweep>().RunAsync(TestContext.Current.CancellationToken);

        Assert.Equal(1, await bot.ReadAsync(db => CountAsync(db, kind)));
    }

    [Fact]
    public async Task Where_a_conversation_stands_goes_before_the_way_to_write_to_it()
    {
        await using var store = await TestStore.CreateAsync(StateProvider.Sqlite);
        await using var bot = await RunningStore.StartAsync(store, time: new FakeTimeProvider(Now));
        await bot.WriteAsync(db =>
        {
            db.Add(Make(nameof(StateContext.Conversations), Now - TimeSpan.FromDays(2)));
            return db.SaveChangesAsync();
        });

        await bot.Get<Sweep>().RunAsync(TestContext.Current.CancellationToken);

        var row = await bot.ReadAsync(db => db.Conversations.SingleAsync());
        Assert.Null(row.State);
        Assert.NotNull(row.Address);
    }

    private static object Make(string kind, DateTimeOffset at) => kind switch
    {
        nameof(StateContext.People) => new PersonRow { Person = Guid.NewGuid(), Name = "work", UsedAt = at },
        nameof(StateContext.Drafts) => new DraftRow { Person = Guid.NewGuid(), Name = "pathway", UsedAt = at },
        nameof(StateContext.Activities) => new ActivityRow { Key = Guid.NewGuid(), At = at },
        nameof(StateContext.Feedback) => new FeedbackRow { Id = Guid.NewGuid(), At = at },
        nameof(StateContext.Shown) => new ShownRow { Id = Guid.NewGuid(), At = at },
        nameof(StateContext.Faults) => new FaultRow { Id = Guid.NewGuid(), At = at },
        nameof(StateContext.Outbox) => new ReplyRow { Conversation = Guid.NewGuid(), Number = 1, GivenUpAt = at },
        nameof(StateContext.Conversations) => new ConversationRow { Key = Guid.NewGuid(), State = [1], Address = [1], UsedAt = at },
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static Task<int> CountAsync(StateContext db, string kind) => kind switch
    {
        nameof(StateContext.People) => db.People.CountAsync(),
        nameof(StateContext.Drafts) => db.Drafts.CountAsync(),
        nameof(StateContext.Activities) => db.Activities.CountAsync(),
        nameof(StateContext.Feedback) => db.Feedback.CountAsync(),
        nameof(StateContext.Shown) => db.Shown.CountAsync(),
        nameof(StateContext.Faults) => db.Faults.CountAsync(),
        nameof(StateContext.Outbox) => db.Outbox.CountAsync(),
        nameof(StateContext.Conversations) => db.Conversations.CountAsync(),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
