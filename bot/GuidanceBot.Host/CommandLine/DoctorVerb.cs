using System.CommandLine;
using GuidanceBot.Knowledge;
using GuidanceBot.Knowledge.Contacts;
using GuidanceBot.Knowledge.Passages;
using GuidanceBot.Turns;
using GuidanceBot.Turns.Escalation;
using GuidanceBot.Turns.Wording;

namespace GuidanceBot.Host.CommandLine;

/// <summary><c>guidancebot doctor</c>: check configuration, identity, content and answers, and say how to mend each.</summary>
internal static class DoctorVerb
{
    public static Command Create(Terminal terminal)
    {
        var command = new Command("doctor", "Check configuration, identity, content and answers, and say how to mend each.");
        command.SetAction(async (_, cancellationToken) =>
        {
            var findings = await FindAsync(cancellationToken).ToListAsync(cancellationToken);
            foreach (var finding in findings)
            {
                await terminal.Out.WriteLineAsync($"{Mark(finding.Health)} {finding.What}{(finding.Mend.Length > 0 ? $" {finding.Mend}" : "")}");
            }

            return findings.Exists(finding => finding.Health == Health.Broken) ? ExitCode.CheckFailed : ExitCode.Done;
        });
        return command;
    }

    private static async IAsyncEnumerable<Finding> FindAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var settings = Settings.Load([]);
        yield return new(Health.Well, $"Settings: environment {Settings.EnvironmentName}, read beside the program in {AppContext.BaseDirectory}");
        yield return string.IsNullOrWhiteSpace(settings["Bot:AppId"])
            ? new(Health.Note, "Identity: Bot:AppId is not set.", "Only a Development server on this machine can run. Set it to the registration's application id before going live.")
            : new(Health.Well, "Identity: Bot:AppId is set");

        var mistakes = BotWording.Check(Path.Combine(AppContext.BaseDirectory, "wording")).Mistakes;
        yield return mistakes.Count == 0
            ? new(Health.Well, "Wording: every template can be read")
            : new(Health.Broken, $"Wording: {mistakes.Count} mistakes, the first: {mistakes[0]}", "Run 'guidancebot dialogs check' for all of them.");
        if (mistakes.Count > 0)
        {
            yield break;
        }

        var options = Settings.Knowledge();
        var library = KnowledgeServices.ReadLibrary(options, TimeProvider.System);
        foreach (var finding in OfGuidance(library, options))
        {
            yield return finding;
        }

        yield return OfEscalation(settings);

        await using var program = Composition.ForTerminal();
        var reply = await program.Turn.ReplyToAsync("Where should a baby sleep?", new Conversation(), cancellationToken);
        yield return reply.Status == ReplyStatus.Answered
            ? new(Health.Well, "Answers: a test question was answered")
            : new(Health.Broken, $"Answers: a test question was not answered ({reply.Status}).", "Run 'guidancebot index' and mend what it names.");
    }

    private static Finding OfEscalation(IConfiguration settings)
    {
        try
        {
            var stages = EscalationStages.Load(settings);
            return stages is null
                ? new(Health.Note, "Escalation: the partnership's stages are not held, so no dates are shown.", "Put them into knowledge/escalation-stages.yaml; the form is in knowledge/README.md.")
                : new(Health.Well, $"Escalation: {stages.Stages.Count} stages of {stages.Source}, checked by {stages.CheckedBy}");
        }
        catch (InvalidDataException fault)
        {
            return new(Health.Broken, $"Escalation: {fault.Message}");
        }
    }

    private static IEnumerable<Finding> OfGuidance(GuidanceLibrary library, KnowledgeOptions options)
    {
        var today = EnglishTime.Today(TimeProvider.System);
        yield return library.Passages.Count > 0
            ? new(Health.Well, $"Guidance: {library.Documents.Count} documents, {library.Passages.Count} passages in {options.CorpusFolder}")
            : new(Health.Broken, $"Guidance: no passage in {options.CorpusFolder}.", "Set Knowledge:CorpusPath to the folder that holds the guidance.");
        if (library.Errors.Count > 0)
        {
            yield return new(Health.Broken, $"Guidance: {library.Errors.Count} faults, the first: {library.Errors[0]}", "Run 'guidancebot index' for all of them.");
        }

        var late = library.Documents.Where(document => document.ReviewStatusOn(today) != ReviewStatus.Current).ToArray();
        if (late.Length > 0)
        {
            yield return new(Health.Note, $"Guidance: {late.Length} documents are past their review date, the first: {late[0].Id} ({late[0].Owner}).", "Review them and move 'review-by'.");
        }

        var drafts = library.Documents.Count(document => document.IsDraft);
        if (drafts > 0)
        {
            yield return new(Health.Note, $"Guidance: {drafts} documents are drafts that nobody has signed off.", "Put the name into 'approved-by' when the partnership has approved one.");
        }

        var unverified = library.Contacts.All.Count(contact => !contact.IsVerified);
        if (unverified > 0)
        {
            yield return new(Health.Note, $"Contacts: {unverified} of {library.Contacts.All.Count} have not been verified by the partnership.", "Ring each one, then fill in 'verified-by' in contacts.yaml.");
        }
    }

    private static string Mark(Health health) => health switch
    {
        Health.Well => "ok     ",
        Health.Note => "note   ",
        Health.Broken => "BROKEN ",
    };

    private enum Health
    {
        Well,
        Note,
        Broken,
    }

    private sealed record Finding(Health Health, string What, string Mend = "");
}
