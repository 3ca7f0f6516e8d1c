using System.Text.Json.Serialization;
using GuidanceBot.Knowledge.Passages;
using GuidanceBot.Turns.Answers;

namespace GuidanceBot.Turns;

/// <summary>What the bot says to one message, before it becomes a card, a Teams message or lines in a terminal.</summary>
public sealed record Reply
{
    [JsonPropertyName("status")]
    public required ReplyStatus Status { get; init; }

    /// <summary>All that the person reads, as Markdown that Teams renders: bold, lists and links, no tables or headings.</summary>
    [JsonPropertyName("text")]
    public required string Text { get; init; }

    /// <summary>
    /// The guidance that the reply gives, word for word: it stands so in <see cref="Text"/>, unless the reply is <see cref="Generated"/>;
    /// then it is what the model's words were checked against.
    /// </summary>
    [JsonPropertyName("quotes")]
    public IReadOnlyList<Quote> Quotes { get; init; } = [];

    /// <summary>A model worded a part of <see cref="Text"/>. Such a reply carries the label that Teams asks for.</summary>
    [JsonPropertyName("generated")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Generated => Worded.Count > 0;

    /// <summary>What a model was allowed to say in the place of <see cref="Quoted"/>, in the same order; empty when it said nothing.</summary>
    [JsonIgnore]
    public IReadOnlyList<WordedPassage> Worded { get; init; } = [];

    /// <summary>The passages that it quotes, as they stand in <see cref="Text"/>.</summary>
    [JsonIgnore]
    public IReadOnlyList<QuotedPassage> Quoted { get; init; } = [];

    /// <summary>Where the quotes come from, in the order of the numbers in <see cref="Text"/>.</summary>
    [JsonPropertyName("citations")]
    public IReadOnlyList<Citation> Citations { get; init; } = [];

    /// <summary>Whom to ring, the most useful now first.</summary>
    [JsonPropertyName("contacts")]
    public IReadOnlyList<ShownContact> Contacts { get; init; } = [];

    /// <summary>Words the person may send next; each works when typed.</summary>
    [JsonPropertyName("suggestions")]
    public IReadOnlyList<string> Suggestions { get; init; } = [];

    /// <summary>The answers that the question of a guided conversation offers, in their order; each works when typed.</summary>
    [JsonPropertyName("choices")]
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>The guided conversation that this reply belongs to, or null.</summary>
    [JsonPropertyName("pathway")]
    public PathwayPlace? Pathway { get; init; }

    /// <summary>The guided conversation that it offers to begin, or null.</summary>
    [JsonIgnore]
    public string? OfferedPathway { get; init; }

    /// <summary>Documents made for the person, for example the summary of a guided conversation.</summary>
    [JsonIgnore]
    public IReadOnlyList<ReplyFile> Files { get; init; } = [];

    /// <summary>The person asked to be forgotten: nothing is kept after this reply.</summary>
    [JsonIgnore]
    public bool ForgetsPerson { get; init; }

    /// <summary>
    /// The same for a crew on scene, who read it in seconds: at most <see cref="LongestBrief"/> UTF-16 code units, with the same numbers
    /// of sources. Null when there is no shorter form.
    /// </summary>
    [JsonIgnore]
    public string? Brief { get; init; }

    /// <summary>The most that a crew reads at a glance, in UTF-16 code units.</summary>
    public const int LongestBrief = 300;

    /// <summary>The passages it chose from, the one it leads with first: for evaluation, and for what comes next.</summary>
    [JsonIgnore]
    public IReadOnlyList<PassageId> Offered { get; init; } = [];

    /// <summary>How surely the best passage bears on the question: 0 to 1, comparable between questions.</summary>
    [JsonPropertyName("confidence")]
    public double Confidence { get; init; }
}

/// <summary>Where a guided conversation stands.</summary>
/// <param name="Name">The folder of the pathway under <c>bot/dialogs</c>.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Step">The id of the question that waits for an answer, or null when none does.</param>
/// <param name="Ended">It has come to its end, or was stopped.</param>
public sealed record PathwayPlace(
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("title")] string Title,
    [property: JsonPropertyName("step")] string? Step,
    [property: JsonPropertyName("ended")] bool Ended);

/// <summary>A document made for the person. It is handed over once and not kept.</summary>
/// <param name="Name">A file name with its extension.</param>
/// <param name="MediaType">For example <c>text/markdown</c>.</param>
/// <param name="Content">Its bytes.</param>
public sealed record ReplyFile(string Name, string MediaType, ReadOnlyMemory<byte> Content)
{
    /// <summary>What it was made from, so that it can be made again when the channel asks for it later.</summary>
    public FileOrigin? Origin { get; init; }
}

/// <summary>What a document was made from.</summary>
/// <param name="Pathway">The guided conversation.</param>
/// <param name="Format">The form, by its name.</param>
public sealed record FileOrigin(string Pathway, string Format);

/// <summary>Words of the guidance, exactly as stored.</summary>
/// <param name="Passage">The id of the passage, for example <c>sofas-and-armchairs#is-it-safe</c>.</param>
/// <param name="Text">One or more of its sentences.</param>
public sealed record Quote(
    [property: JsonPropertyName("passage")] string Passage,
    [property: JsonPropertyName("text")] string Text);

/// <summary>A source, built by code from the passage that was quoted.</summary>
/// <param name="Position">The number in the text, from 1.</param>
/// <param name="Title">The title of the source.</param>
/// <param name="Section">The document and heading of ours that it was quoted from.</param>
/// <param name="Url">Where the source can be read.</param>
/// <param name="Date">As the source dates itself; "undated" when it does not.</param>
/// <param name="Area">derby, derbyshire, both, national or other.</param>
public sealed record Citation(
    [property: JsonPropertyName("position")] int Position,
    [property: JsonPropertyName("title")] string Title,
    [property: JsonPropertyName("section")] string Section,
    [property: JsonPropertyName("url")] string Url,
    [property: JsonPropertyName("date")] string Date,
    [property: JsonPropertyName("area")] string Area);

/// <summary>A contact as shown with a reply.</summary>
/// <param name="Id">Its id in <c>knowledge/contacts.yaml</c>.</param>
/// <param name="Name">Who answers.</param>
/// <param name="Reach">The number, address or link to use, as people write it.</param>
/// <param name="Hours">When it answers, in words.</param>
/// <param name="OpenNow">Whether it answers now.</param>
/// <param name="Verified">Whether the partnership has checked it.</param>
public sealed record ShownContact(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("reach")] string Reach,
    [property: JsonPropertyName("hours")] string Hours,
    [property: JsonPropertyName("openNow")] bool OpenNow,
    [property: JsonPropertyName("verified")] bool Verified);
