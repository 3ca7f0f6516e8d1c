using System.Text.Json.Nodes;
using GuidanceBot.Host.WebChat;

namespace GuidanceBot.Host.Tests.WebChat;

public sealed class DirectLineConversationTests
{
    [Fact]
    public void A_page_gets_what_is_new_to_it_and_old_words_are_forgotten()
    {
        var conversation = new DirectLineConversation("id", "token", "me");
        for (var n = 0; n < 250; n++)
        {
            conversation.Add(new JsonObject { ["n"] = n });
        }

        Assert.Equal((200, 50, 249), (Numbers(conversation, "").Length, Numbers(conversation, "")[0], Numbers(conversation, "")[^1]));
        Assert.Equal([248, 249], Numbers(conversation, "248"));
        Assert.Empty(Numbers(conversation, "250"));
        Assert.Equal(200, Numbers(conversation, "10").Length);
        Assert.Equal(200, Numbers(conversation, "not a number").Length);
        Assert.Equal("250", (string?)conversation.After(null)["watermark"]);
    }

    private static int[] Numbers(DirectLineConversation conversation, string watermark) =>
        [.. conversation.After(watermark)["activities"]!.AsArray().Select(activity => (int)activity!["n"]!)];
}
