using GuidanceBot.Dialogs.Expressions;
using GuidanceBot.Dialogs.LanguageGeneration;
using GuidanceBot.Dialogs.Running;
using GuidanceBot.Dialogs.TestScripts;

namespace GuidanceBot.Dialogs.Loading;

/// <summary>Finds content by name in folders and loads dialogs from it.</summary>
/// <remarks>
/// All files of all folders form one space of names, as in Bot Framework: a dialog refers to <c>order</c> or
/// <c>order.dialog</c>, wherever that file lies. Files may begin with a byte-order mark; JSON may have comments and trailing
/// commas. Loading is safe from several threads; adding is not.
/// </remarks>
public sealed class ResourceExplorer
{
    private static readonly string[] Endings = [".dialog", ".lg", ".schema", ".json", ".lu", ".qna"];

    private readonly Dictionary<string, Resource> _resources = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<ContentError> _duplicates = [];
    private LanguageResources? _templates;

    public ResourceExplorer(DialogLimits? limits = null) => Limits = limits ?? new DialogLimits();

    public DialogLimits Limits { get; }

    /// <summary>The functions that expressions can call: the language's and the dialogs' own.</summary>
    public FunctionTable Functions { get; } = DialogFunctions.Table;

    /// <summary>The names of all files.</summary>
    public IReadOnlyCollection<string> Names => _resources.Keys;

    /// <summary>Adds the content files of a folder and of the folders in it.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public ResourceExplorer AddFolder(string folder)
    {
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            if (Endings.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase))
            {
                Add(new Resource(Path.GetFileName(path), Path.GetRelativePath(folder, path), () => File.ReadAllBytes(path)));
            }
        }

        return this;
    }

    /// <summary>Adds a file that is not on disk.</summary>
    public ResourceExplorer AddResource(string name, string text)
    {
        Add(new Resource(name, name, () => System.Text.Encoding.UTF8.GetBytes(text)));
        return this;
    }

    /// <summary>Loads the dialog of a file and all that it refers to.</summary>
    /// <param name="name">The file's name, with or without <c>.dialog</c>.</param>
    /// <exception cref="ContentException">There is no such file, or the content is wrong; carries all errors.</exception>
    public DialogSet Load(string name)
    {
        var loader = new Loader(this, KindTable.Default);
        loader.Errors.AddRange(_duplicates);
        if (FindDialog(name) is { } resource)
        {
            loader.Dialogs.Root = loader.ReadDialogFile(resource) as AdaptiveDialog;
            loader.Finish();
        }
        else
        {
            loader.Errors.Add(new ContentError(ContentErrorCodes.DanglingReference, name, 0, 0, $"There is no file '{name}.dialog'."));
        }

        return loader.Errors.Count == 0 && loader.Dialogs.Root is not null
            ? loader.Dialogs
            : throw new ContentException(loader.Errors.Count > 0
                ? loader.Errors
                : [new ContentError(ContentErrorCodes.WrongValue, name, 1, 1, "The root must be a Microsoft.AdaptiveDialog.")]);
    }

    /// <summary>Loads every dialog of all folders, for a host that begins dialogs by name.</summary>
    /// <exception cref="ContentException">Something is wrong; carries all errors of all files.</exception>
    public DialogSet LoadAll(string root)
    {
        var loader = ReadAll();
        loader.Dialogs.Root = loader.Dialogs.Find(Resource.WithoutEnding(root)) as AdaptiveDialog;
        return loader.Errors.Count == 0 && loader.Dialogs.Root is not null
            ? loader.Dialogs
            : throw new ContentException(loader.Errors.Count > 0
                ? loader.Errors
                : [new ContentError(ContentErrorCodes.DanglingReference, root, 0, 0, $"There is no adaptive dialog '{root}'.")]);
    }

    /// <summary>Everything that is wrong in any file, scripts and templates included, in the order of the files.</summary>
    public IReadOnlyList<ContentError> Check()
    {
        var loader = ReadAll();
        var errors = new List<ContentError>(loader.Errors);
        foreach (var script in _resources.Values.Where(resource => resource.IsTestScript))
        {
            errors.AddRange(TestScript.Load(this, script.Name, out _));
        }

        errors.AddRange(TemplateCheck.Files(this));
        return [.. errors.Distinct().OrderBy(error => error.File, StringComparer.Ordinal).ThenBy(error => error.Line).ThenBy(error => error.Column)];
    }

    /// <summary>The template files. Read when first needed; files added later are not seen.</summary>
    internal LanguageResources Templates => _templates ??= new LanguageResources(
        _resources.Values.Where(resource => resource.IsTemplates).Select(resource => new LgSource(resource.Name, resource.Text)),
        Functions,
        readFile: name => Find(name)?.Content.ToArray());

    /// <summary>The template files of a name: itself and its languages, <c>common.lg</c> and <c>common.es.lg</c>.</summary>
    internal IEnumerable<string> TemplateFiles(string name)
    {
        var bare = name.EndsWith(".lg", StringComparison.OrdinalIgnoreCase) ? name[..^3] : name;
        return _resources.Values
            .Where(resource => resource.IsTemplates && resource.Name.StartsWith(bare + ".", StringComparison.OrdinalIgnoreCase))
            .Select(resource => resource.Name);
    }

    internal Resource? Find(string name) => _resources.GetValueOrDefault(name);

    internal Resource? FindDialog(string name) => Find(name + ".dialog") ?? (name.EndsWith(".dialog", StringComparison.OrdinalIgnoreCase) ? Find(name) : null);

    internal IEnumerable<Resource> All => _resources.Values;

    private Loader ReadAll()
    {
        var loader = new Loader(this, KindTable.Default);
        loader.Errors.AddRange(_duplicates);
        foreach (var resource in _resources.Values.Where(resource => resource.IsDialog))
        {
            loader.ReadDialogFile(resource);
        }

        loader.Finish();
        return loader;
    }

    private void Add(Resource resource)
    {
        if (!_resources.TryAdd(resource.Name, resource))
        {
            _duplicates.Add(new ContentError(
                ContentErrorCodes.Duplicate, resource.Path, 0, 0, $"There is another file '{resource.Name}': {_resources[resource.Name].Path}."));
        }
    }
}

/// <summary>A content file.</summary>
internal sealed class Resource(string name, string path, Func<byte[]> read)
{
    private readonly Lazy<byte[]> _content = new(read);

    /// <summary>The file's name, which is what content refers to.</summary>
    public string Name => name;

    /// <summary>The path within the folder that was added.</summary>
    public string Path => path;

    public ReadOnlyMemory<byte> Content => _content.Value;

    public string Text => System.Text.Encoding.UTF8.GetString(Content.Span).TrimStart('\uFEFF');

    public bool IsTestScript => name.EndsWith(".test.dialog", StringComparison.OrdinalIgnoreCase);

    public bool IsTemplates => name.EndsWith(".lg", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether it holds a dialog: neither a script nor something that a dialog refers to, such as a recognizer or a mock.</summary>
    public bool IsDialog => name.EndsWith(".dialog", StringComparison.OrdinalIgnoreCase) && !IsTestScript && !WithoutEnding(name).Contains('.');

    public string DialogId => WithoutEnding(name);

    public static string WithoutEnding(string name) =>
        name.EndsWith(".dialog", StringComparison.OrdinalIgnoreCase) ? name[..^".dialog".Length] : name;
}
