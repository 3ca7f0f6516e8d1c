using GuidanceBot.Dialogs.Memory;
using GuidanceBot.Dialogs.Running;
using GuidanceBot.Dialogs.Values;

namespace GuidanceBot.Dialogs.TestScripts;

/// <summary>A script while it runs: the conversation, its state after every turn as bytes, and the replies not yet looked at.</summary>
internal sealed class ScriptRun
{
    private readonly string _name;
    private readonly TestScript _script;
    private readonly DialogSet _dialogs;
    private readonly DialogManagerOptions _options;
    private readonly DialogManager _manager;
    private readonly Queue<DialogObject> _replies = new();
    private readonly Dictionary<string, DialogObject> _otherUsers = new(StringComparer.Ordinal);
    private readonly Dictionary<HttpMock, int> _answered = [];
    private byte[] _state = [];
    private string _user = "user1";

    public ScriptRun(string name, TestScript script, DialogSet dialogs, DialogManagerOptions options)
    {
        (_name, _script, _dialogs) = (name, script, dialogs);
        Clock = new ScriptClock(options.Evaluation.Clock);
        var settings = (DialogObject)Value.Clone(options.Settings as DialogObject ?? [])!;
        foreach (var mock in script.Mocks.OfType<SettingsMock>())
        {
            mock.Apply(settings);
        }

        _options = options with
        {
            Settings = settings,
            Evaluation = options.Evaluation with { Clock = Clock },
            SendTraces = script.EnableTrace,
            Host = AnswerAsync,
        };
        _manager = new DialogManager(dialogs, _options);
    }

    public ScriptClock Clock { get; }

    public DialogObject? NextReply() => _replies.TryDequeue(out var reply) ? reply : null;

    /// <summary>Runs a turn. An error that no trigger answers is said by the bot, as the SDK's test adapter has it.</summary>
    public async ValueTask SendAsync(DialogObject activity, string? user, CancellationToken cancellationToken)
    {
        Complete(activity, user);
        SwitchUser((activity["from"] as DialogObject)?["id"] as string ?? "user1");
        if (activity["type"] is "event" && activity["name"] is "SetTestOptions")
        {
            Inspect(dc => dc.SetValue("conversation.TestOptions", activity["value"]));
        }

        try
        {
            var result = await _manager.RunAsync(new DialogTurn(activity, _state), cancellationToken);
            Queue(result.Activities);
            _state = result.State;
        }
        catch (DialogException fault)
        {
            Queue(fault.Activities);
            _replies.Enqueue(new DialogObject { ["type"] = "message", ["text"] = fault.Message });
        }
    }

    /// <summary>Looks into memory, or changes it, between turns.</summary>
    public void Inspect(Action<DialogContext> look)
    {
        var state = DialogState.Read(_state, _dialogs);
        look(new DialogContext(new Turn([], state, _dialogs, _options), state.Stack, null));
        _state = state.Write();
    }

    private void Queue(IEnumerable<DialogObject> replies)
    {
        foreach (var reply in replies)
        {
            _replies.Enqueue(reply);
        }
    }

    /// <summary>What a channel adds to what the script says.</summary>
    private void Complete(DialogObject activity, string? user)
    {
        activity["type"] ??= "message";
        activity["channelId"] ??= "test";
        activity["serviceUrl"] ??= "https://test.com";
        activity["locale"] ??= _script.Locale;
        activity["conversation"] ??= new DialogObject { ["id"] = _name, ["name"] = _name, ["isGroup"] = Box.False };
        activity["recipient"] ??= new DialogObject { ["id"] = "bot", ["name"] = "Bot", ["role"] = "bot" };
        activity["from"] ??= new DialogObject { ["id"] = "user1", ["name"] = "User1", ["role"] = "user" };
        activity["timestamp"] ??= Clock.GetUtcNow().UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", System.Globalization.CultureInfo.InvariantCulture);
        if (user is not null)
        {
            activity["from"] = new DialogObject { ["id"] = user, ["name"] = user, ["role"] = "user" };
        }
    }

    /// <summary>Each person of the conversation has a <c>user</c> scope of their own.</summary>
    private void SwitchUser(string user)
    {
        if (user == _user)
        {
            return;
        }

        Inspect(dc =>
        {
            _otherUsers[_user] = dc.Turn.State.User;
            dc.Turn.State.User = _otherUsers.GetValueOrDefault(user, []);
        });
        _user = user;
    }

    private ValueTask<object> AnswerAsync(HostRequest request, CancellationToken cancellationToken)
    {
        if (request is not HostHttpRequest http || _script.Mocks.OfType<HttpMock>().FirstOrDefault(mock => mock.Fits(http)) is not { } mock)
        {
            throw new DialogException($"The script does not say how to answer {request}.");
        }

        var number = _answered.GetValueOrDefault(mock);
        _answered[mock] = number + 1;
        return ValueTask.FromResult<object>(mock.Answer(number));
    }
}
