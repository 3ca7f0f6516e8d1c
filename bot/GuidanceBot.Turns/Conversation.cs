using System.Text.Json.Serialization;
using GuidanceBot.Knowledge.Passages;
using GuidanceBot.Turns.Conversations;
using GuidanceBot.Turns.Keeping;

namespace GuidanceBot.Turns;

/// <summary>What is remembered from one message to the next. Words that a person typed are not among it.</summary>
public sealed class Conversation
{
    public Person Person { get; set; } = new();

    /// <summary>The bot has introduced itself.</summary>
    public bool Welcomed { get; set; }

    /// <summary>The passages of the last answer, best first: what "and in the county?" refers back to.</summary>
    public IReadOnlyList<PassageId> LastPassages { get; set; } = [];

    /// <summary>What the buttons under the last reply said, in their order: "1" and "the second one" choose among them.</summary>
    public IReadOnlyList<string> LastSuggestions { get; set; } = [];

    /// <summary>The question of a guided conversation that stands on the newest card, or null.</summary>
    public OpenCard? OpenCard { get; set; }

    /// <summary>The buttons pressed last: each counts once, however often its press arrives.</summary>
    public IReadOnlyList<string> Pressed { get; set; } = [];

    /// <summary>The guided conversations, as the dialog runtime keeps them: choices and values, no words that were typed.</summary>
    public byte[] Dialogs { get; set; } = [];

    /// <summary>The question of a guided conversation that waits for an answer, or null.</summary>
    public OpenQuestion? OpenQuestion { get; set; }

    /// <summary>The guided conversation that the last reply offered, or null: "yes please" begins it.</summary>
    public string? OfferedPathway { get; set; }

    /// <summary>In a group chat or a channel: what is remembered for each person there, by a digest of who it is. Else empty.</summary>
    public IReadOnlyDictionary<string, Conversation> Members { get; set; } = new Dictionary<string, Conversation>();

    /// <summary>The guided conversation that ended last, or null: what "word document" hands over.</summary>
    public string? LastPathway { get; set; }

    /// <summary>The guided conversation whose saved answers were offered, or null: "go on" or "start again" decides.</summary>
    public string? OfferedDraft { get; set; }

    /// <summary>Who talks here, for finding what they saved; null when the channel did not say. Not kept.</summary>
    [JsonIgnore]
    public PersonKey? Owner { get; set; }

    /// <summary>Asked in passing, while something waits for it: nothing is asked of a model.</summary>
    [JsonIgnore]
    public bool QuotesOnly { get; init; }

    /// <summary>What was remembered could not be read: this is a new conversation, and the person is told so.</summary>
    [JsonIgnore]
    public bool LostItsPlace { get; init; }

    /// <summary>Forgets all but that it has introduced itself.</summary>
    public void Forget()
    {
        (Person, LastPassages, LastSuggestions, OpenCard, Pressed) = (new Person(), [], [], null, []);
        (Dialogs, OpenQuestion, OfferedPathway, LastPathway, OfferedDraft) = ([], null, null, null, null);
    }
}

/// <summary>A card that waits for an answer.</summary>
/// <param name="Nonce">Names it.</param>
/// <param name="Title">The guided conversation.</param>
/// <param name="Question">The bot's own words on it.</param>
public sealed record OpenCard(string Nonce, string Title, string Question);
