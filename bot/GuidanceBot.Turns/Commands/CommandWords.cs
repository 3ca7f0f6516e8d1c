using GuidanceBot.Turns.Wording;

namespace GuidanceBot.Turns.Commands;

/// <summary>What a whole message can mean besides a question.</summary>
public enum Command
{
    None,
    Hello,
    Help,
    Thanks,
    Contacts,
    More,
    ShowAnyway,
}

/// <summary>Recognises a message that is a command and nothing else.</summary>
public sealed class CommandWords(BotWording wording)
{
    private readonly Dictionary<string, Command> _commands = new[]
        {
            ("GreetingWords", Command.Hello),
            ("HelpWords", Command.Help),
            ("ThanksWords", Command.Thanks),
            ("ContactsWords", Command.Contacts),
            ("MoreWords", Command.More),
            ("ShowAnywayWords", Command.ShowAnyway),
        }
        .SelectMany(list => wording.Phrases(list.Item1).Select(phrase => (phrase, list.Item2)))
        .ToDictionary(entry => entry.phrase, entry => entry.Item2, StringComparer.Ordinal);

    /// <summary>An empty message asks for help.</summary>
    public Command Read(string text)
    {
        var plain = PlainWords.Of(text);
        return plain.Length == 0 ? Command.Help : _commands.GetValueOrDefault(plain);
    }
}
