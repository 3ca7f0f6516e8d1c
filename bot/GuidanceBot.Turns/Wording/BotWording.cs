using System.Globalization;
using GuidanceBot.Dialogs.Expressions;
using GuidanceBot.Dialogs.LanguageGeneration;
using GuidanceBot.Dialogs.Values;

namespace GuidanceBot.Turns.Wording;

/// <summary>The sentences that the bot says itself: the templates of <c>bot/wording/*.lg</c>, for anyone to edit.</summary>
/// <remarks>Read once. A file with a mistake stops the start, with every mistake of every file named.</remarks>
public sealed class BotWording
{
    private readonly Dictionary<string, Templates> _files = new(StringComparer.Ordinal);

    private BotWording(IEnumerable<Templates> files)
    {
        foreach (var templates in files)
        {
            foreach (var template in templates.All)
            {
                _files[template.Name] = templates;
            }
        }
    }

    /// <summary>Dates and numbers as they are written in England.</summary>
    public static CultureInfo English { get; } = CultureInfo.GetCultureInfo("en-GB");

    /// <param name="folder">A folder of <c>.lg</c> files. A template's name is unique among them.</param>
    /// <exception cref="WordingException">A file has mistakes.</exception>
    public static BotWording Read(string folder)
    {
        var (files, mistakes) = Check(folder);
        return mistakes.Count == 0 ? new BotWording(files) : throw new WordingException(mistakes);
    }

    /// <summary>What is wrong in the files of a folder, a line each with file, line and column; empty when all is well.</summary>
    public static (IReadOnlyList<Templates> Files, IReadOnlyList<string> Mistakes) Check(string folder)
    {
        if (!Directory.Exists(folder))
        {
            return ([], [$"{folder}: the folder is not there. It holds the bot's own sentences; put bot/wording beside the program."]);
        }

        var files = Directory.EnumerateFiles(folder, "*.lg").Order(StringComparer.Ordinal)
            .Select(path => Templates.Parse(new LgSource(Path.GetFileName(path), File.ReadAllText(path))))
            .ToArray();
        var twice = files.SelectMany(file => file.All.Select(template => (template.Name, file.Id)))
            .GroupBy(entry => entry.Name, entry => entry.Id)
            .Where(group => group.Count() > 1)
            .Select(group => $"{group.First()}: the template '{group.Key}' stands in {string.Join(" and ", group)}. Give one of them another name.");
        return (files, [.. files.SelectMany(file => file.Diagnostics).Where(d => d.IsError).Select(d => d.ToString()), .. twice]);
    }

    /// <summary>Says a template.</summary>
    /// <param name="template">Its name.</param>
    /// <param name="data">A value for each of its parameters, by name: text, number, truth or nothing.</param>
    /// <exception cref="TemplateException">There is no such template, or it could not be said.</exception>
    public string Say(string template, params ReadOnlySpan<(string Name, object? Value)> data)
    {
        var parameters = Find(template).Find(template)!.Parameters;
        var values = new object?[parameters.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = ValueOf(template, parameters[i], data);
        }

        return ValueText.Of(Find(template).Evaluate(template, ObjectMemory.Empty, arguments: values)).Trim();
    }

    /// <summary>A list of phrases: every line that a template can say.</summary>
    public IReadOnlyList<string> Phrases(string template) =>
        [.. Find(template).Expand(template, ObjectMemory.Empty).Select(phrase => ValueText.Of(phrase))];

    /// <summary>Whether there is such a template.</summary>
    public bool Has(string template) => _files.ContainsKey(template);

    private Templates Find(string template) => _files.GetValueOrDefault(template)
        ?? throw new TemplateException($"There is no template '{template}' in bot/wording. Add '# {template}' to one of its files.");

    private static object? ValueOf(string template, string parameter, ReadOnlySpan<(string Name, object? Value)> data)
    {
        foreach (var (name, value) in data)
        {
            if (name == parameter)
            {
                return value is int whole ? (long)whole : value;
            }
        }

        throw new TemplateException($"The template '{template}' asks for '{parameter}', which the program does not give it here.");
    }
}

/// <summary>The files of <c>bot/wording</c> have mistakes; the message has them all.</summary>
public sealed class WordingException(IReadOnlyList<string> mistakes) : Exception(string.Join(Environment.NewLine, mistakes));
