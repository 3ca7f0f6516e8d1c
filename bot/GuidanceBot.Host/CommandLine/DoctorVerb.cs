using System.CommandLine;
using GuidanceBot.Generation;
using GuidanceBot.Generation.Models;
using GuidanceBot.Knowledge;
using GuidanceBot.Knowledge.Contacts;
using GuidanceBot.Knowledge.Passages;
using GuidanceBot.Turns;
using GuidanceBot.Turns.Escalation;
using GuidanceBot.Turns.Wording;
using Microsoft.Extensions.Options;

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

        if (FaultsOfModels(settings) is { Length: > 0 } faults)
        {
            yield return new(Health.Broken, $"Models: {faults}", "The program does not start so. appsettings.sample.json shows every setting.");
            yield break;
        }

        await using var program = Composition.ForTerminal();
        await foreach (var finding in OfModelsAsync(program, cancellationToken))
        {
            yield return finding;
        }

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

    private static string FaultsOfModels(IConfiguration settings)
    {
        try
        {
            GenerationServices.Read(settings);
            return "";
        }
        catch (OptionsValidationException wrong)
        {
            return string.Join(' ', wrong.Failures);
        }
    }

    private static async IAsyncEnumerable<Finding> OfModelsAsync(
        Composition program, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (program.Find<ModelProbe>() is not { } probe)
        {
            yield return new(Health.Well, "Models: none is configured to word answers; they are quoted");
            yield break;
        }

        var trouble = await probe.AskAsync(cancellationToken);
        yield return trouble is null
            ? new(Health.Well, $"Models: {probe.Name} answers")
            : new(Health.Note, $"Models: {probe.Name} cannot be used ({trouble}). Answers are quoted.", RemedyFor(trouble.Value));
    }

    private static string RemedyFor(ModelTrouble trouble) => trouble switch
    {
        ModelTrouble.SwitchedOff => "It is switched off: 'guidancebot model status' says why, 'guidancebot model on' ends it.",
        ModelTrouble.Budget => "Raise Generation:Budget, or wait for midnight.",
        ModelTrouble.TooSlow or ModelTrouble.Resting => "Raise Generation:Chat:Timeout, or take a smaller model.",
        ModelTrouble.Failed => "Check Generation:Chat:Endpoint, Model and ApiKey, and that the machine may reach it.",
        ModelTrouble.Unreadable or ModelTrouble.Refused or ModelTrouble.NotGrounded or ModelTrouble.PersonalData => "Take a model that can answer in JSON.",
    };

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
