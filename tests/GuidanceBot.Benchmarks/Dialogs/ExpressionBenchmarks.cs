using BenchmarkDotNet.Attributes;
using GuidanceBot.Dialogs.Expressions;
using GuidanceBot.Dialogs.Values;

namespace GuidanceBot.Benchmarks.Dialogs;

/// <summary>Expressions: what a dialog evaluates many times a turn.</summary>
/// <remarks>
/// Bot Framework's .NET SDK on a machine of this kind: evaluation 0.3 to 2.2 µs and 0.6 to 5.7 KB, parsing 12 to 37 µs.
/// Run: <c>dotnet run -c Release --project tests/GuidanceBot.Benchmarks -- --filter '*ExpressionBenchmarks*'</c>.
/// </remarks>
[MemoryDiagnoser]
[ShortRunJob]
public class ExpressionBenchmarks
{
    private readonly ObjectMemory _memory = new(LenientJson.Parse(
        "{user: {name: 'Ada', age: 36}, turn: {activity: {text: 'hello there'}}, items: [{n: 1}, {n: 2}, {n: 3}]}"));

    private Expression _expression = Expression.Parse("1");
    private int _parsed;

    [Params(
        "user.age > 18 && turn.activity.text == 'hello there'",
        "concat('Hello ', user.name, '!')",
        "join(foreach(items, x, x.n * 2), ', ')")]
    public string Text { get; set; } = "";

    [GlobalSetup]
    public void Setup() => _expression = Expression.Parse(Text);

    [Benchmark]
    public object? Evaluate() => _expression.TryEvaluate(_memory).Value;

    /// <summary>With a changing number at the end, so that no text is found among those parsed before.</summary>
    [Benchmark]
    public Expression Parse() => Expression.Parse($"{Text} == {_parsed++}");
}
