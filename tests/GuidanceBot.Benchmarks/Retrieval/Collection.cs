namespace GuidanceBot.Benchmarks.Retrieval;

/// <summary>Texts, questions, and which text answers which question how well.</summary>
internal sealed record Collection(
    IReadOnlyList<CollectionText> Texts,
    IReadOnlyList<CollectionQuery> Queries,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>> Grades);

/// <summary>One of its texts; the title is empty when it has none.</summary>
internal sealed record CollectionText(string Id, string Title, string Text);

internal sealed record CollectionQuery(string Id, string Text);
