using System.Collections.Concurrent;
using System.Globalization;
using GuidanceBot.Dialogs.Expressions;

namespace GuidanceBot.Dialogs.LanguageGeneration;

/// <summary>All template files of a program, found by name and language: <c>common.en-us.lg</c>, <c>common.en.lg</c>, <c>common.lg</c>.</summary>
/// <remarks>An import is looked up in the language that imports it, with the same fallback. Each file is read once.</remarks>
public sealed class LanguageResources
{
    private readonly Dictionary<string, LgSource> _files;
    private readonly Func<string, byte[]?>? _readFile;
    private readonly FunctionTable _functions;
    private readonly LanguagePolicy _policy;
    private readonly ConcurrentDictionary<(string Name, string Locale), Templates?> _parsed = new();
    private readonly ConcurrentDictionary<(string Name, string Locale), IReadOnlyList<Templates>> _chains = new();

    /// <param name="files">The template files; ids are file names, folders before them do not count.</param>
    /// <param name="functions">The functions that expressions may call.</param>
    /// <param name="policy">The order of languages.</param>
    /// <param name="readFile">Gives the resource of a file name to <c>fromFile</c>; null when there are none.</param>
    public LanguageResources(IEnumerable<LgSource> files, FunctionTable? functions = null, LanguagePolicy? policy = null, Func<string, byte[]?>? readFile = null)
    {
        ArgumentNullException.ThrowIfNull(files);
        _files = new(StringComparer.OrdinalIgnoreCase);
        foreach (var file in files)
        {
            _files[NameOf(file.Id)] = file;
        }

        _functions = functions ?? FunctionTable.BuiltIn;
        _policy = policy ?? LanguagePolicy.Default;
        _readFile = readFile;
    }

    /// <summary>The templates of a file in the languages to try, best first.</summary>
    /// <param name="id">The file without its locale, <c>common.lg</c> or <c>common</c>; a name with a locale is that file alone.</param>
    /// <param name="locale">The language asked for; null or empty for none.</param>
    public IReadOnlyList<Templates> Find(string id, string? locale)
    {
        ArgumentNullException.ThrowIfNull(id);
        var key = (Name: id, Locale: locale ?? "");
        return _chains.TryGetValue(key, out var known) ? known : _chains.GetOrAdd(key, k =>
        {
            var (name, own) = Split(k.Name);
            IEnumerable<string> locales = own.Length > 0 ? [own] : _policy.Fallback(k.Locale);
            return [.. locales.Select(l => Get(name, l)).OfType<Templates>()];
        });
    }

    /// <summary>Evaluates a text with the templates of a file, in the first language in which that succeeds.</summary>
    /// <exception cref="TemplateException">It succeeds in none; the message has the reason of each.</exception>
    public object? Generate(string id, string? locale, string text, IMemory memory, EvaluationOptions? options = null)
    {
        List<string>? failures = null;
        foreach (var templates in Find(id, locale))
        {
            try
            {
                return templates.EvaluateText(text, memory, options);
            }
            catch (TemplateException fault)
            {
                (failures ??= []).Add(fault.Message);
            }
        }

        throw new TemplateException(failures is null ? $"There is no template file '{id}' for the language '{locale}'." : string.Join("; ", failures));
    }

    /// <summary>What is wrong in any of the files.</summary>
    public IReadOnlyList<LgDiagnostic> Check() =>
        [.. _files.Keys.Order(StringComparer.OrdinalIgnoreCase).Select(Split).SelectMany(f => Get(f.Name, f.Locale)!.Diagnostics)];

    private static string NameOf(string id) => id[(id.LastIndexOfAny(['/', '\\']) + 1)..];

    /// <summary>Takes a file's name apart: <c>a.en-us.lg</c> is <c>a</c> in <c>en-us</c>. Only a language known to .NET counts as one.</summary>
    private static (string Name, string Locale) Split(string id)
    {
        var name = NameOf(id);
        name = name.EndsWith(".lg", StringComparison.OrdinalIgnoreCase) ? name[..^3] : name;
        var dot = name.LastIndexOf('.');
        return dot > 0 && IsLocale(name[(dot + 1)..]) ? (name[..dot], name[(dot + 1)..].ToLowerInvariant()) : (name, "");
    }

    private static bool IsLocale(string text)
    {
        try
        {
            return text.Length is >= 2 and <= 12 && CultureInfo.GetCultureInfo(text, predefinedOnly: true).Name.Length > 0;
        }
        catch (CultureNotFoundException)
        {
            return false;
        }
    }

    private Templates? Get(string name, string locale) => _parsed.GetOrAdd((name, locale), key =>
        FileOf(key.Name, key.Locale) is { } file ? Templates.Parse(file, new InLanguage(this, key.Locale), _functions) : null);

    private LgSource? FileOf(string name, string locale) => _files.GetValueOrDefault(locale.Length > 0 ? $"{name}.{locale}.lg" : $"{name}.lg");

    /// <summary>The files as one language sees them.</summary>
    private sealed class InLanguage(LanguageResources owner, string locale) : ITemplateSources
    {
        public LgSource? FindImport(LgSource from, string path)
        {
            var (name, own) = Split(path);
            IEnumerable<string> locales = own.Length > 0 ? [own] : owner._policy.Fallback(locale);
            return locales.Select(l => owner.FileOf(name, l)).FirstOrDefault(f => f is not null);
        }

        public byte[]? FindFile(LgSource from, string path) => owner._readFile?.Invoke(NameOf(path));
    }
}
