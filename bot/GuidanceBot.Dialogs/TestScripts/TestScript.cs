using GuidanceBot.Dialogs.Loading;
using GuidanceBot.Dialogs.Running;

namespace GuidanceBot.Dialogs.TestScripts;

/// <summary>A conversation written down: what the person says and what the bot must reply. A <c>*.test.dialog</c> file.</summary>
internal sealed class TestScript
{
    private static readonly string[] MockProperties = ["httpRequestMocks", "settingMocks", "propertyMocks", "userTokenMocks"];

    public TestScript(ContentNode node)
    {
        Dialog = node.DialogReference("dialog", required: true);
        Actions = node.Many<TestAction>("script", KindRole.TestAction);
        Description = node.Text("description");
        Locale = node.Text("locale") ?? "en-us";
        EnableTrace = node.Flag("enableTrace", otherwise: false);
        Mocks = [.. MockProperties.SelectMany(name => node.Many<Mock>(name, KindRole.Mock))];
        _ = node.Raw("languagePolicy");
    }

    public DialogReference? Dialog { get; }

    public List<TestAction> Actions { get; }

    public string? Description { get; }

    public string Locale { get; }

    public bool EnableTrace { get; }

    public List<Mock> Mocks { get; }

    /// <summary>Reads a script and all that it refers to.</summary>
    public static IReadOnlyList<ContentError> Load(ResourceExplorer resources, string file, out (TestScript Script, DialogSet Dialogs)? loaded)
    {
        var loader = new Loader(resources, KindTable.Default);
        var script = loader.ReadFile<TestScript>(resources.Find(file)!, KindRole.TestScript);
        loader.Finish();
        loaded = null;
        if (script?.Dialog?.Dialog is { } root && !loader.Errors.Exists(IsFatal))
        {
            root.Key = root.Key.Length > 0 ? root.Key : loader.Dialogs.AddUnique("root", root);
            loader.Dialogs.Root = root;
            loaded = (script, loader.Dialogs);
        }

        return loader.Errors;
    }

    /// <summary>
    /// Whether the script cannot be played. What the SDK would notice only when it comes to it, or never, does not keep it from
    /// being played: the step where it matters fails, and the check tells it.
    /// </summary>
    private static bool IsFatal(ContentError error) => error.Code is not (
        ContentErrorCodes.UnknownProperty or ContentErrorCodes.MissingProperty or ContentErrorCodes.DanglingReference or ContentErrorCodes.Template);
}
