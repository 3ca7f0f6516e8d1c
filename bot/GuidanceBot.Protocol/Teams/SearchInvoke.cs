using System.Text.Json;
using System.Text.Json.Nodes;
using GuidanceBot.Protocol.Activities;

namespace GuidanceBot.Protocol.Teams;

/// <summary>Somebody types into a card's field that searches as they type. Untrusted.</summary>
public sealed record SearchInvokeValue
{
    public string? QueryText { get; init; }

    /// <summary>Which of a card's searches it is.</summary>
    public string? Dataset { get; init; }

    public SearchInvokeOptions? QueryOptions { get; init; }

    /// <returns>Null when it is not a search.</returns>
    public static SearchInvokeValue? Read(JsonElement? value) => TeamsValues.Read(value, TeamsJson.Default.SearchInvokeValue);

    /// <summary>The answer: what the field offers.</summary>
    public static InvokeResponse Results(IEnumerable<(string Title, string Value)> results) => new(200, new JsonObject
    {
        ["statusCode"] = 200,
        ["type"] = "application/vnd.microsoft.search.searchResponse",
        ["value"] = new JsonObject
        {
            ["results"] = new JsonArray([.. results.Select(result => new JsonObject { ["title"] = result.Title, ["value"] = result.Value })]),
        },
    });

    /// <summary>Says nothing of what people typed: this may end up in a log.</summary>
    public override string ToString() => nameof(SearchInvokeValue);
}

public sealed record SearchInvokeOptions
{
    public int Skip { get; init; }

    public int Top { get; init; }
}
