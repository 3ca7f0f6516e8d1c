using GuidanceBot.Dialogs.Loading;

namespace GuidanceBot.Dialogs.Tests.Loading;

/// <summary>Every mistake is told with its place, and all of them at once.</summary>
public sealed class ContentErrorTests
{
    public static TheoryData<string, string, int, int, string> Mistakes => new()
    {
        { """{ "$kind": "Microsoft.SendActivity", "activity": "x" """, ContentErrorCodes.Json, 4, 0, "" },
        { """{ "$kind": "Microsoft.SendActivty", "activity": "x" }""", ContentErrorCodes.UnknownKind, 3, 3, "Microsoft.SendActivty" },
        { """{ "$kind": "SendActivity", "activity": "x" }""", ContentErrorCodes.UnknownKind, 3, 3, "Did you mean 'Microsoft.SendActivity'?" },
        { """{ "$kind": "Microsoft.OAuthInput" }""", ContentErrorCodes.NotSupported, 3, 3, "signing in" },
        { """{ "activity": "x" }""", ContentErrorCodes.MissingProperty, 3, 3, "$kind" },
        { """{ "$kind": "Microsoft.SendActivity", "activty": "x" }""", ContentErrorCodes.UnknownProperty, 3, 51, "'activty'" },
        { """{ "$kind": "Microsoft.SendActivity" }""", ContentErrorCodes.MissingProperty, 3, 3, "needs 'activity'" },
        { """{ "$kind": "Microsoft.IfCondition", "condition": "user.age >" }""", ContentErrorCodes.Expression, 3, 52, "user.age >" },
        { """{ "$kind": "Microsoft.SetProperty", "property": "$x", "value": "=1 +" }""", ContentErrorCodes.Expression, 3, 66, "1 +" },
        { """{ "$kind": "Microsoft.EditArray", "changeType": "shove", "itemsProperty": "$x" }""", ContentErrorCodes.WrongValue, 3, 51, "push, pop" },
        { """{ "$kind": "Microsoft.BeginDialog", "dialog": "nowhere" }""", ContentErrorCodes.DanglingReference, 3, 49, "'nowhere'" },
        { """{ "$kind": "Microsoft.OnBeginDialog", "actions": [] }""", ContentErrorCodes.WrongValue, 3, 3, "Trigger" },
        { """{ "$kind": "Microsoft.SendActivity", "activity": "${NoSuchTemplate()}" }""", ContentErrorCodes.Template, 3, 52, "NoSuchTemplate" },
        { """{ "$kind": "Microsoft.SendActivity", "activity": 7 }""", ContentErrorCodes.WrongValue, 3, 52, "text" },
        { """{ "$kind": "Microsoft.TextInput", "prompt": "?", "validations": ["1 ==", "2 =="] }""", ContentErrorCodes.Expression, 3, 68, "1 ==" },
        { "7", ContentErrorCodes.WrongValue, 3, 3, "$kind" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_is_told_with_its_place(string action, string code, int line, int column, string named)
    {
        var errors = Check($$"""
            { "$kind": "Microsoft.AdaptiveDialog", "triggers": [
              { "$kind": "Microsoft.OnBeginDialog", "actions": [
              {{action}}
            ] } ] }
            """);

        var error = errors.First(error => error.Code == code);
        Assert.Equal("main.dialog", error.File);
        Assert.Contains(named, error.Message, StringComparison.Ordinal);
        Assert.True(code == ContentErrorCodes.Json || (error.Line, error.Column) == (line, column), $"{error}");
    }

    [Fact]
    public void All_errors_of_all_files_are_told_at_once()
    {
        var errors = new ResourceExplorer()
            .AddResource("a.dialog", """{ "$kind": "Microsoft.AdaptiveDialog", "triggres": [], "selector": { "$kind": "Microsoft.RandomSelector", "seed": "x" } }""")
            .AddResource("b.dialog", """{ "$kind": "Microsoft.AdaptiveDialog", "generator": "none.lg", "recognizer": { "$kind": "Microsoft.RegexRecognizer", "intents": [ { "intent": "A", "pattern": "(" } ] } }""")
            .AddResource("c.test.dialog", """{ "$kind": "Microsoft.Test.Script", "dialog": "a", "script": [ { "$kind": "Microsoft.Test.UserSays" } ] }""")
            .AddResource("d.lg", "# T\n- ${Missing()}\n")
            .Check();

        Assert.Equal(
            ["a.dialog unknown-property", "a.dialog wrong-value", "b.dialog dangling-reference", "b.dialog expression", "c.test.dialog missing-property", "d.lg template"],
            errors.Select(error => $"{error.File} {error.Code}").Distinct());
    }

    [Fact]
    public void Two_files_of_one_name_are_told() =>
        Assert.Equal(
            ContentErrorCodes.Duplicate,
            Assert.Single(new ResourceExplorer().AddResource("a.lg", "").AddResource("A.lg", "").Check()).Code);

    [Fact]
    public void Comments_trailing_commas_and_a_byte_order_mark_are_let_pass()
    {
        Assert.Empty(Check("\uFEFF{ // a comment\n \"$kind\": \"Microsoft.AdaptiveDialog\", /* more */ \"Triggers\": [ ], }"));
    }

    [Fact]
    public void A_name_that_editors_add_is_let_pass() =>
        Assert.Empty(Check("""{ "$kind": "Microsoft.AdaptiveDialog", "$schema": "x", "$designer": { "id": "1" }, "triggers": [] }"""));

    [Fact]
    public void An_error_reads_as_a_compilers() =>
        Assert.Equal("a.dialog(3,7): json: no", new ContentError("json", "a.dialog", 3, 7, "no").ToString());

    private static IReadOnlyList<ContentError> Check(string dialog) => new ResourceExplorer().AddResource("main.dialog", dialog).Check();
}
