using GuidanceBot.Dialogs.Actions;
using GuidanceBot.Dialogs.Expressions;
using GuidanceBot.Dialogs.Loading;
using GuidanceBot.Dialogs.Running;
using GuidanceBot.Dialogs.Values;

namespace GuidanceBot.Dialogs.TestScripts;

/// <summary>A step of a script. It fails by a <see cref="ScriptFailure"/>.</summary>
internal abstract class TestAction
{
    public abstract ValueTask RunAsync(ScriptRun run, CancellationToken cancellationToken);
}

/// <summary>Why a script did not pass, in words.</summary>
internal sealed class ScriptFailure(string reason) : Exception(reason);

/// <summary>The steps that scripts are made of.</summary>
internal static class TestActions
{
    public static readonly Kind[] Kinds =
    [
        Step("UserSays", "the person says a text", node => new UserSays(node)),
        Step("UserActivity", "the person's client sends an activity", node => new UserActivity(node)),
        Step("UserTyping", "the person types", node => new UserTyping(node)),
        Step("UserConversationUpdate", "members join or leave", node => new UserConversationUpdate(node)),
        Step("UserDelay", "time passes", node => new UserDelay(node)),
        Step("CustomEvent", "the client sends an event", node => new CustomEvent(node)),
        Step("AssertReply", "the next reply has a text", node => new AssertReply(node)),
        Step("AssertReplyOneOf", "the next reply has one of several texts", node => new AssertReplyOneOf(node)),
        Step("AssertReplyActivity", "the next reply satisfies conditions", node => new AssertReplyActivity(node)),
        Step("AssertNoActivity", "there is no further reply", node => new AssertNoActivity(node)),
        Step("MemoryAssertions", "memory satisfies conditions", node => new MemoryAssertions(node)),
        Step("SetProperties", "sets memory", node => new SetMemory(node)),
    ];

    private static Kind Step(string name, string what, Func<ContentNode, TestAction> create) =>
        new($"Microsoft.Test.{name}", KindRole.TestAction, what, create);

    private sealed class UserSays(ContentNode node) : TestAction
    {
        private readonly string? _text = node.Text("text", required: true);
        private readonly string? _user = node.Text("user");
        private readonly string? _locale = node.Text("locale");

        public override ValueTask RunAsync(ScriptRun run, CancellationToken cancellationToken)
        {
            var activity = new DialogObject { ["type"] = "message", ["text"] = _text };
            if (_locale is not null)
            {
                activity["locale"] = _locale;
            }

            return run.SendAsync(activity, _user, cancellationToken);
        }
    }

    private sealed class UserActivity(ContentNode node) : TestAction
    {
        private readonly JsonSource? _activity = node.Raw("activity", required: true);
        private readonly string? _user = node.Text("user");

        public override ValueTask RunAsync(ScriptRun run, CancellationToken cancellationToken) =>
            run.SendAsync(JsonValues.ToValue(_activity!) as DialogObject ?? [], _user, cancellationToken);
    }

    private sealed class UserTyping(ContentNode node) : TestAction
    {
        private readonly string? _user = node.Text("user");

        public override ValueTask RunAsync(ScriptRun run, CancellationToken cancellationToken) =>
            run.SendAsync(new DialogObject { ["type"] = "typing" }, _user, cancellationToken);
    }

    private sealed class UserConversationUpdate(ContentNode node) : TestAction
    {
        private readonly List<string> _added = node.Texts("membersAdded");
        private readonly List<string> _removed = node.Texts("membersRemoved");

        public override ValueTask RunAsync(ScriptRun run, CancellationToken cancellationToken)
        {
            var activity = new DialogObject { ["type"] = "conversationUpdate" };
            foreach (var (name, members) in new[] { ("membersAdded", _added), ("membersRemoved", _removed) })
            {
                if (members.Count > 0)
                {
                    activity[name] = new List<object?>(
                        members.Select(member => new DialogObject { ["id"] = member, ["name"] = member, ["role"] = "user" }));
                }
            }

            return run.SendAsync(activity, null, cancellationToken);
        }
    }

    /// <summary>Sets the clock on; nobody waits.</summary>
    private sealed class UserDelay(ContentNode node) : TestAction
    {
        private readonly long _milliseconds = node.Integer("timespan", 0);

        public override ValueTask RunAsync(ScriptRun run, CancellationToken cancellationToken)
        {
            run.Clock.Advance(TimeSpan.FromMilliseconds(_milliseconds));
            return ValueTask.CompletedTask;
        }
    }

    private sealed class CustomEvent(ContentNode node) : TestAction
    {
        private readonly string? _name = node.Text("name", required: true);
        private readonly JsonSource? _value = node.Raw("value");

        public override ValueTask RunAsync(ScriptRun run, CancellationToken cancellationToken)
        {
            var value = _value is null ? null : JsonValues.ToValue(_value);
            return run.SendAsync(new DialogObject { ["type"] = "event", ["name"] = _name, ["value"] = value }, null, cancellationToken);
        }
    }

    private class AssertReplyActivity(ContentNode node) : TestAction
    {
        private readonly List<Binding> _assertions = node.Conditions("assertions");
        private readonly long _timeout = node.Integer("timeout", 3000);

        protected string? Description { get; } = node.Text("description");

        public override ValueTask RunAsync(ScriptRun run, CancellationToken cancellationToken)
        {
            var reply = run.NextReply() ?? throw new ScriptFailure($"there is no reply within {_timeout} ms; expected: {Expected}");
            Check(reply);
            foreach (var assertion in _assertions)
            {
                if (assertion.Expression!.TryEvaluate(new ObjectMemory(reply)) is not (var value, null) || !Value.IsTrue(value))
                {
                    throw new ScriptFailure($"{Description ?? "the reply"}: {assertion} does not hold for {ValueText.Json(reply)}");
                }
            }

            return ValueTask.CompletedTask;
        }

        protected virtual string Expected => string.Join(", ", _assertions);

        protected virtual void Check(DialogObject reply)
        {
        }

        protected static bool Matches(DialogObject reply, string expected, bool exact)
        {
            var text = reply["text"] as string ?? "";
            return exact ? text == expected : text.Trim().Contains(expected.Trim(), StringComparison.OrdinalIgnoreCase);
        }

        protected ScriptFailure NotAs(DialogObject reply) =>
            new($"{(Description is null ? "" : Description + ": ")}expected '{Expected}', the bot said '{reply["text"]}'");
    }

    private sealed class AssertReply(ContentNode node) : AssertReplyActivity(node)
    {
        private readonly string? _text = node.Text("text");
        private readonly bool _exact = node.Flag("exact", otherwise: true);

        protected override string Expected => _text ?? base.Expected;

        protected override void Check(DialogObject reply)
        {
            if (!string.IsNullOrEmpty(_text) && !Matches(reply, _text, _exact))
            {
                throw NotAs(reply);
            }
        }
    }

    private sealed class AssertReplyOneOf(ContentNode node) : AssertReplyActivity(node)
    {
        private readonly List<string> _texts = node.Texts("text");
        private readonly bool _exact = node.Flag("exact", otherwise: true);

        protected override string Expected => string.Join("' or '", _texts);

        protected override void Check(DialogObject reply)
        {
            if (!_texts.Exists(text => Matches(reply, text, _exact)))
            {
                throw NotAs(reply);
            }
        }
    }

    private sealed class AssertNoActivity(ContentNode node) : TestAction
    {
        private readonly string? _description = node.Text("description");

        public override ValueTask RunAsync(ScriptRun run, CancellationToken cancellationToken) => run.NextReply() is { } reply
            ? throw new ScriptFailure($"{_description ?? "no reply was expected"}; the bot said '{reply["text"]}'")
            : ValueTask.CompletedTask;
    }

    private sealed class MemoryAssertions(ContentNode node) : TestAction
    {
        private readonly List<Binding> _assertions = node.Conditions("assertions");
        private readonly string? _description = node.Text("description");

        public override ValueTask RunAsync(ScriptRun run, CancellationToken cancellationToken)
        {
            run.Inspect(dc =>
            {
                foreach (var assertion in _assertions)
                {
                    if (assertion.TryEvaluate(dc) is not (var value, null) || !Value.IsTrue(value))
                    {
                        throw new ScriptFailure($"{_description ?? "memory"}: {assertion} does not hold");
                    }
                }
            });
            return ValueTask.CompletedTask;
        }
    }

    private sealed class SetMemory(ContentNode node) : TestAction
    {
        private readonly List<Assignment> _assignments = node.Objects("assignments", inner => new Assignment(inner));

        public override ValueTask RunAsync(ScriptRun run, CancellationToken cancellationToken)
        {
            run.Inspect(dc => _assignments.ForEach(assignment => assignment.Set(dc)));
            return ValueTask.CompletedTask;
        }
    }
}

/// <summary>An action for tests: fails unless a condition holds.</summary>
internal sealed class AssertCondition(ContentNode node) : Dialog(node)
{
    private readonly Binding? _condition = node.Condition("condition", required: true);
    private readonly Binding? _description = node.TextBinding("description");

    internal override Step Begin(DialogContext dc, object? options) => _condition!.IsTrue(dc)
        ? Step.End()
        : throw new DialogException(_description?.Text(dc) ?? _condition.ToString().TrimStart('='));
}
