using GuidanceBot.Dialogs.Memory;
using GuidanceBot.Dialogs.Running;
using GuidanceBot.Dialogs.Values;

namespace GuidanceBot.Dialogs.Tests.Memory;

public sealed class PropertyPathTests
{
    public static TheoryData<string, string> Paths => new()
    {
        { "user.name", "Ann" },
        { "USER.Name", "Ann" },
        { "user.pets[1].name", "Rex" },
        { "user.pets[user.favourite].name", "Rex" },
        { "user['first name']", "Ann Marie" },
        { "user[\"first name\"]", "Ann Marie" },
        { "user.pets[7].name", "" },
        { "user.name.more", "" },
        { "turn.recognized.entities.city[0]", "Derby" },
        { "@city", "Derby" },
        { "@@city", """["Derby","Leek"]""" },
        { "@pair", "one" },
        { "@nothing", "" },
        { "#Go.score", "0.5" },
        { "turn.recognized.entities.city.first()", "Derby" },
        { "settings.a.b", "1" },
        { "nowhere.x", "" },
    };

    [Theory]
    [MemberData(nameof(Paths))]
    public void A_path_leads_to_its_value(string path, string expected) => Assert.Equal(expected, ValueText.Of(Context().GetValue(path)));

    [Theory]
    [InlineData("user.new.inner", """{"inner":1}""", "user.new")]
    [InlineData("user.list[2]", "[null,null,1]", "user.list")]
    [InlineData("user.deep[0].x", """[{"x":1}]""", "user.deep")]
    [InlineData("user['a.b']", "1", "user['a.b']")]
    [InlineData("turn.x", "1", "turn.x")]
    [InlineData("@town", "", "@nowhere")]
    public void Setting_makes_what_is_on_the_way(string path, string expected, string looked)
    {
        var dc = Context();

        if (path[0] != '@')
        {
            dc.SetValue(path, 1L);
        }

        Assert.Equal(expected, ValueText.Of(dc.GetValue(looked)));
    }

    [Theory]
    [InlineData("foo")]
    [InlineData("foo.bar")]
    [InlineData("settings.a")]
    [InlineData("class.id")]
    [InlineData("dialogcontext.stack")]
    [InlineData("turn")]
    [InlineData("dialog.x")]
    [InlineData("user.pets[9999999]")]
    [InlineData("user.pets[")]
    [InlineData("user.name[user.nothing]")]
    [InlineData("")]
    public void What_cannot_be_set_is_refused(string path) => Assert.ThrowsAny<DialogException>(() => Context().SetValue(path, 1L));

    [Fact]
    public void What_is_set_is_a_copy()
    {
        var dc = Context();

        dc.SetValue("user.copy", dc.GetValue("user.pets"));
        ((List<object?>)dc.GetValue("user.copy")!).Clear();

        Assert.Equal(2, ((List<object?>)dc.GetValue("user.pets")!).Count);
    }

    [Fact]
    public void A_whole_scope_can_be_set_to_an_object()
    {
        var dc = Context();

        dc.SetValue("conversation", new DialogObject { ["a"] = 1L });

        Assert.Equal("1", ValueText.Of(dc.GetValue("conversation.a")));
        Assert.Throws<DialogException>(() => dc.SetValue("conversation", 1L));
    }

    [Fact]
    public void Removing_removes_a_property_and_empties_an_item()
    {
        var dc = Context();

        dc.RemoveValue("user.name");
        dc.RemoveValue("user.pets[0]");
        dc.RemoveValue("user.nothing.at.all");

        Assert.False(((DialogObject)dc.GetValue("user")!).ContainsKey("name"));
        Assert.Null(dc.GetValue("user.pets[0]"));
    }

    private static DialogContext Context()
    {
        var state = new DialogState
        {
            User = (DialogObject)ValueJson.Parse("""{"name":"Ann","first name":"Ann Marie","favourite":1,"pets":[{"name":"Tom"},{"name":"Rex"}]}"""u8)!,
        };
        var settings = (DialogObject)ValueJson.Parse("""{"a":{"b":1}}"""u8)!;
        var turn = new Turn([], state, new DialogSet(), new DialogManagerOptions { Settings = settings });
        turn.Memory["recognized"] = ValueJson.Parse(
            """{"intents":{"Go":{"score":0.5}},"entities":{"city":["Derby","Leek"],"pair":[["one","two"]]}}"""u8);
        return new DialogContext(turn, state.Stack, null);
    }
}
