namespace GuidanceBot.Dialogs.Loading;

/// <summary>What a kind can stand for.</summary>
public enum KindRole
{
    Dialog,
    Trigger,
    Recognizer,
    EntityRecognizer,
    Selector,
    Generator,
    ActivityTemplate,
    IntentPattern,
    TestScript,
    TestAction,
    Mock,
}

/// <summary>A <c>$kind</c>: its name, what it stands for, what it does in a sentence, and how it is made from content.</summary>
/// <remarks>The constructor that <paramref name="Create"/> calls reads every property it has, so it is also their list.</remarks>
internal sealed record Kind(string Name, KindRole Role, string What, Func<ContentNode, object> Create);

/// <summary>A property of a kind, as its constructor asks for it.</summary>
/// <param name="Name">The name in the content.</param>
/// <param name="Type">One of the names in <see cref="DialogSchema"/>'s definitions.</param>
/// <param name="Required">Whether the kind cannot do without.</param>
/// <param name="Allowed">The values it takes, when they are few.</param>
public sealed record KindProperty(string Name, string Type, bool Required, IReadOnlyList<string> Allowed);
