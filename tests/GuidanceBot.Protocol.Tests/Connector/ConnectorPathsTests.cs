using CsCheck;
using GuidanceBot.Protocol.Connector;

namespace GuidanceBot.Protocol.Tests.Connector;

/// <summary>Whatever an id holds, it stays one segment of the path, and comes out of it as it went in.</summary>
public sealed class ConnectorPathsTests
{
    private static readonly Gen<string> AnyId = Gen.OneOf(
            Gen.String,
            Gen.String[Gen.Char["a:;@=/\\?#%&+. 19threadtcvmessageid"], 1, 60],
            Gen.Const("19:abc@thread.tacv2;messageid=1"),
            Gen.Const("a/../../b"),
            Gen.Const("%2e%2e"),
            Gen.Const("…"))
        .Where(id => id is not ("" or "." or "..") && IsText(id));

    [Fact]
    public void An_id_is_one_segment_and_comes_back_unchanged() =>
        Gen.Select(AnyId, AnyId).Sample((conversation, activity) =>
        {
            var address = ConnectorPaths.Activity("https://smba.example/teams/", conversation, activity);

            var segments = address.AbsoluteUri["https://".Length..].Split('/');
            Assert.Equal(["smba.example", "teams", "v3", "conversations", Uri.EscapeDataString(conversation), "activities"], segments[..^1]);
            Assert.Equal((conversation, activity), (Uri.UnescapeDataString(segments[4]), Uri.UnescapeDataString(segments[6])));
            Assert.Equal(("smba.example", "", ""), (address.Host, address.Query, address.Fragment));
        });

    [Theory]
    [InlineData("https://smba.example/amer", "https://smba.example/amer/v3/conversations")]
    [InlineData("https://smba.example/amer/", "https://smba.example/amer/v3/conversations")]
    [InlineData("http://127.0.0.1:56150/_connector", "http://127.0.0.1:56150/_connector/v3/conversations")]
    public void The_service_url_may_end_in_a_slash_or_not(string serviceUrl, string address) =>
        Assert.Equal(address, ConnectorPaths.Conversations(serviceUrl).AbsoluteUri);

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    public void An_id_that_would_climb_out_of_the_path_is_refused(string id) =>
        Assert.Throws<ArgumentException>(() => ConnectorPaths.Activities("https://smba.example/", id));

    /// <summary>Half a surrogate pair cannot be written in UTF-8, and no JSON reader gives one.</summary>
    private static bool IsText(string id)
    {
        for (var i = 0; i < id.Length; i++)
        {
            if (char.IsSurrogate(id[i]) && !(i + 1 < id.Length && char.IsSurrogatePair(id[i], id[++i])))
            {
                return false;
            }
        }

        return true;
    }
}
