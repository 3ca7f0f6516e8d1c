using GuidanceBot.Dialogs.Actions;
using GuidanceBot.Dialogs.Expressions;
using GuidanceBot.Dialogs.Running;

namespace GuidanceBot.Dialogs.Loading;

/// <summary>Turns content into dialogs and collects everything that is wrong with it.</summary>
internal sealed class Loader(ResourceExplorer resources, KindTable kinds)
{
    private readonly Dictionary<string, Dialog?> _loaded = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<(DialogReference Reference, string File, JsonSource At)> _references = [];
    private readonly List<AdaptiveDialog> _adaptive = [];

    public List<ContentError> Errors { get; } = [];

    public DialogSet Dialogs { get; } = new();

    /// <summary>Every text that is to be said, for checking it against the templates.</summary>
    public List<(string Text, string File, JsonSource At)> Texts { get; } = [];

    public ResourceExplorer Resources => resources;

    public FunctionTable Functions => resources.Functions;

    public DialogLimits Limits => resources.Limits;

    /// <summary>Set while the properties of the kinds are being listed: nothing is there, and nothing is missing.</summary>
    public bool IsDescribing { get; init; }

    public void Error(string code, string file, JsonSource at, string message) =>
        Errors.Add(new ContentError(code, file, at.Line, at.Column, message));

    /// <summary>Reads a file that holds one object of a role.</summary>
    public T? ReadFile<T>(Resource resource, KindRole role)
        where T : class
    {
        var source = JsonSource.Parse(resource.Content.Span, resource.Name, Errors);
        return source is null ? null : Read<T>(source, role, resource.Name);
    }

    /// <summary>The dialog of a file, read once.</summary>
    public Dialog? ReadDialogFile(Resource resource)
    {
        if (!_loaded.TryGetValue(resource.Name, out var dialog))
        {
            _loaded[resource.Name] = null;
            var source = JsonSource.Parse(resource.Content.Span, resource.Name, Errors);
            dialog = source is null ? null : Read<Dialog>(source, KindRole.Dialog, resource.Name);
            _loaded[resource.Name] = dialog;
            if (dialog is not null)
            {
                Dialogs.Add(resource.DialogId, dialog);
            }
        }

        return dialog;
    }

    /// <summary>Reads an object by its kind, or what a name refers to.</summary>
    public T? Read<T>(JsonSource source, KindRole role, string file)
        where T : class
    {
        if (source.Scalar is string name)
        {
            return ReadNamed<T>(name, source, role, file);
        }

        if (!source.IsObject)
        {
            Error(ContentErrorCodes.WrongValue, file, source, $"A {role} is an object with $kind, or a name.");
            return null;
        }

        var kindName = source.Kind ?? (role == KindRole.IntentPattern ? KindTable.IntentPattern : null);
        if (kindName is null)
        {
            Error(ContentErrorCodes.MissingProperty, file, source, "'$kind' is missing.");
            return null;
        }

        var node = new ContentNode(source, file, this);
        if (kinds.Find(kindName) is not { } kind)
        {
            return ReadCustom<T>(kindName, node);
        }

        if (kind.Role != role)
        {
            Error(ContentErrorCodes.WrongValue, file, source, $"{kindName} is a {kind.Role}, and a {role} is needed here.");
            return null;
        }

        var made = kind.Create(node);
        node.ReportUnknown(kindName);
        if (made is AdaptiveDialog adaptive)
        {
            Named(adaptive, file);
        }

        return made as T;
    }

    public T ReadPlain<T>(JsonSource source, string file, Func<ContentNode, T> read)
    {
        var node = new ContentNode(source, file, this);
        var made = read(node);
        node.ReportUnknown("This object");
        return made;
    }

    /// <summary>A dialog that is called: in place, by an expression, or by name.</summary>
    public DialogReference Reference(JsonSource source, string file)
    {
        if (source.IsObject)
        {
            return Read<Dialog>(source, KindRole.Dialog, file) is { } dialog ? DialogReference.To(dialog) : DialogReference.To("");
        }

        if (source.Scalar is not string name)
        {
            throw new DialogException("A dialog is named by a text, made by an expression after =, or written in place.");
        }

        if (name is ['=', ..])
        {
            return DialogReference.By(Binding.Parse(source, Functions));
        }

        var reference = DialogReference.To(name);
        _references.Add((reference, file, source));
        return reference;
    }

    /// <summary>Looks up what was referred to by name, reading the files that are needed, and gives the actions their names.</summary>
    public void Finish()
    {
        for (var at = 0; at < _references.Count; at++)
        {
            if (resources.FindDialog(_references[at].Reference.Id!) is { } resource)
            {
                ReadDialogFile(resource);
            }
        }

        _adaptive.ForEach(dialog => dialog.AdoptParts());
        foreach (var (reference, file, at) in _references)
        {
            reference.Dialog = Dialogs.Find(reference.Id!);
            if (reference.Dialog is null && !_adaptive.Exists(dialog => dialog.FindPart(reference.Id!) is not null))
            {
                Error(ContentErrorCodes.DanglingReference, file, at, $"There is no dialog '{reference.Id}'.");
            }
        }

        Dialogs.Generator = resources.TemplateFiles("main.lg").Any() ? new ResourceGenerator("main.lg", resources) : null;
        TemplateCheck.Run(this, _adaptive);
    }

    private void Named(AdaptiveDialog dialog, string file)
    {
        _adaptive.Add(dialog);
        dialog.Key = Dialogs.AddUnique(dialog.ExplicitId ?? Resource.WithoutEnding(file), dialog);
    }

    private T? ReadNamed<T>(string name, JsonSource source, KindRole role, string file)
        where T : class
    {
        switch (role)
        {
            case KindRole.Dialog:
                var node = new ContentNode(JsonSource.EmptyObject, file, this);
                return new CustomDialog(node, Reference(source, file)) as T;
            case KindRole.Generator:
                return Generator.Named(name, source, this, file) as T;
            default:
                if ((resources.Find(name) ?? resources.Find(name + ".dialog")) is { } resource)
                {
                    return ReadFile<T>(resource, role);
                }

                Error(ContentErrorCodes.DanglingReference, file, source, $"There is no file '{name}' or '{name}.dialog'.");
                return null;
        }
    }

    /// <summary>A kind that a dialog file with a schema beside it defines, or one that does not exist.</summary>
    private T? ReadCustom<T>(string kind, ContentNode node)
        where T : class
    {
        if (resources.Find($"{kind}.dialog.schema") is not null && resources.FindDialog(kind) is not null)
        {
            var reference = DialogReference.To(kind);
            _references.Add((reference, node.File, node.Json));
            return new CustomDialog(node, reference) as T;
        }

        if (KindTable.LeftOut(kind) is { } reason)
        {
            Error(ContentErrorCodes.NotSupported, node.File, node.Json, $"{kind} is not supported: {reason}");
        }
        else
        {
            Error(ContentErrorCodes.UnknownKind, node.File, node.Json, $"There is no kind '{kind}'.{kinds.Nearest(kind)}");
        }

        return null;
    }
}
