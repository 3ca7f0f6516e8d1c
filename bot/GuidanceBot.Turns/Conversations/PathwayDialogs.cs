using GuidanceBot.Dialogs.Expressions;
using GuidanceBot.Dialogs.Loading;
using GuidanceBot.Dialogs.Running;
using GuidanceBot.Dialogs.Values;
using GuidanceBot.Turns.Wording;

namespace GuidanceBot.Turns.Conversations;

/// <summary>What the dialogs made of a message.</summary>
/// <param name="Texts">What they say, in order; the last is the question that waits, when one does.</param>
/// <param name="Choices">The answers it offers.</param>
/// <param name="Understood">They did something with the message; false: they only asked again.</param>
/// <param name="Changed">The content has changed since the conversation began, and was taken up again with the answers kept.</param>
/// <param name="State">What to keep.</param>
internal sealed record DialogsSaid(IReadOnlyList<string> Texts, IReadOnlyList<string> Choices, bool Understood, bool Changed, byte[] State);

/// <summary>The guided conversations of <c>bot/dialogs</c>, run on the adaptive-dialog runtime.</summary>
/// <remarks>They are read when the first message may concern them: a question that only needs the guidance does not wait for them.</remarks>
internal sealed class PathwayDialogs
{
    private const string Root = "pathways.dialog";

    /// <summary>The name that the wording gives an activity that says it did not understand.</summary>
    private const string NotUnderstood = "not-understood";

    private readonly Lazy<DialogManager> _manager;
    private readonly TimeProvider _clock;

    public PathwayDialogs(string folder, PathwaySettings settings, TimeProvider clock)
    {
        _clock = clock;
        _manager = new Lazy<DialogManager>(() =>
        {
            var resources = new ResourceExplorer().AddFolder(folder);
            return new DialogManager(resources.LoadAll(Root), new DialogManagerOptions
            {
                Limits = resources.Limits,
                Settings = settings,
                Evaluation = EvaluationOptions.Default with { Clock = clock },
                DefaultLocale = "en-gb",
            });
        });
    }

    /// <exception cref="ContentException">The content has mistakes.</exception>
    /// <exception cref="DialogException">The turn failed; what was kept before still holds.</exception>
    public async ValueTask<DialogsSaid> SayAsync(string text, ReadOnlyMemory<byte> state, CancellationToken cancellationToken)
    {
        var activity = new DialogObject
        {
            ["type"] = "message",
            ["text"] = text,
            ["locale"] = "en-gb",
            ["timestamp"] = _clock.GetUtcNow().UtcDateTime.ToString("O", BotWording.English),
        };
        var result = await _manager.Value.RunAsync(new DialogTurn(activity, state), cancellationToken);
        var said = result.Activities.Where(sent => sent["type"] is "message" or null && sent["text"] is string { Length: > 0 }).ToArray();
        return new DialogsSaid(
            [.. said.Select(sent => ((string)sent["text"]!).Trim())],
            said.Length > 0 ? Choices(said[^1]) : [],
            Understood: !said.Any(sent => sent["name"] is NotUnderstood),
            result.ChangedDialogs.Count > 0,
            result.State);
    }

    private static string[] Choices(DialogObject activity) =>
        activity["suggestedActions"] is DialogObject suggested && suggested["actions"] is IEnumerable<object?> actions
            ? [.. actions.OfType<DialogObject>().Select(action => action["value"] ?? action["title"]).OfType<string>()]
            : [];
}
