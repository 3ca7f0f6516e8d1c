using GuidanceBot.Dialogs.LanguageGeneration;
using GuidanceBot.Dialogs.Running;

namespace GuidanceBot.Dialogs.Loading;

/// <summary>Finds templates that dialogs call and that no template file has, and mistakes in the template files.</summary>
internal static class TemplateCheck
{
    /// <summary>Checks every text that dialogs say against the generators in use. Which of them it will be is known only at run time.</summary>
    public static void Run(Loader loader, IReadOnlyList<AdaptiveDialog> dialogs)
    {
        var templates = dialogs.Select(dialog => dialog.Generator)
            .Append(loader.Dialogs.Generator)
            .Append(TemplateGenerator.Plain)
            .OfType<Generator>()
            .SelectMany(generator => generator.All)
            .Distinct()
            .ToList();
        foreach (var (text, file, at) in loader.Texts)
        {
            if (!text.Contains("${", StringComparison.Ordinal))
            {
                continue;
            }

            LgDiagnostic? first = null;
            var fits = templates.Exists(candidate =>
            {
                var wrong = candidate.CheckText(text).FirstOrDefault(diagnostic => diagnostic.IsError);
                first ??= wrong;
                return wrong is null;
            });
            if (!fits)
            {
                loader.Error(ContentErrorCodes.Template, file, at, first!.Message);
            }
        }
    }

    public static IEnumerable<ContentError> Files(ResourceExplorer resources) => resources.Templates.Check()
        .Where(diagnostic => diagnostic.IsError)
        .Select(diagnostic => new ContentError(
            ContentErrorCodes.Template, diagnostic.File, diagnostic.Line, diagnostic.Column, $"{diagnostic.Code}: {diagnostic.Message}"));
}
