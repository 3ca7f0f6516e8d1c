using GuidanceBot.Knowledge.Searching.Index;
using Microsoft.Extensions.Options;

namespace GuidanceBot.Knowledge;

/// <summary>The rules that attributes can state; the compiler writes the checks.</summary>
[OptionsValidator]
internal sealed partial class KnowledgeOptionsAttributes : IValidateOptions<KnowledgeOptions>;

/// <summary>The rules they cannot.</summary>
internal sealed class KnowledgeOptionsRules : IValidateOptions<KnowledgeOptions>
{
    public ValidateOptionsResult Validate(string? name, KnowledgeOptions options)
    {
        var faults = new List<string>();
        var corpus = new DirectoryInfo(options.CorpusFolder);
        if (!corpus.Exists || !corpus.EnumerateFiles("*.md", SearchOption.AllDirectories).Any())
        {
            faults.Add(
                $"Knowledge:CorpusPath is '{options.CorpusPath}', but {corpus.FullName} has no .md file. " +
                "Set it to the folder that holds the guidance.");
        }

        if (options.IndexPath.Length > 0 && Directory.Exists(options.IndexPath) && !IndexStore.MayReplace(options.IndexPath))
        {
            faults.Add(
                $"Knowledge:IndexPath is '{options.IndexPath}', which holds other files than an index. " +
                "Set it to a folder of its own, or leave it empty to keep the index in memory.");
        }

        if (options.ChooseFrom > options.AnswerFrom)
        {
            faults.Add(
                $"Knowledge:ChooseFrom is {options.ChooseFrom}, above Knowledge:AnswerFrom, {options.AnswerFrom}. " +
                "Set it to the same or less: what is sure enough to answer is sure enough to offer.");
        }

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
