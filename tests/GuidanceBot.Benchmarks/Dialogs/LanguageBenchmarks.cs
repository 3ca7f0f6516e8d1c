using BenchmarkDotNet.Attributes;
using GuidanceBot.Dialogs.Expressions;
using GuidanceBot.Dialogs.LanguageGeneration;
using GuidanceBot.Dialogs.Values;

namespace GuidanceBot.Benchmarks.Dialogs;

/// <summary>Templates: what a dialog does for every prompt.</summary>
/// <remarks>
/// Bot Framework's .NET SDK on a machine of this kind: a template 8 to 55 µs and 20 to 140 KB, a file of 35 lines 0.6 ms and
/// 1.4 MB to parse. Run: <c>dotnet run -c Release --project tests/GuidanceBot.Benchmarks -- --filter '*LanguageBenchmarks*'</c>.
/// </remarks>
[MemoryDiagnoser]
[ShortRunJob]
public class LanguageBenchmarks
{
    private const string File = """
        > The wording of a form
        # Greeting(name)
        - Hello ${name}, nice to meet you.
        - Hi ${name}!

        # Plain
        - Nothing but text here.

        # Ask(question)
        - ${Plain()} ${question}?

        # Age
        - IF: ${user.age >= 18}
          - You are grown up, ${user.name}.
        - ELSEIF: ${user.age >= 12}
          - You are young.
        - ELSE:
          - You are a child.

        # Card
        [HeroCard
          title = Hello ${user.name}
          text = ${Age()}
          buttons = Yes | No | Maybe
        ]

        # Reply
        [Activity
          text = ${Greeting(user.name)}
          speak = ${Plain()}
          attachments = ${Card()}
          suggestedActions = a | b | c
        ]
        """;

    private readonly ObjectMemory _memory = new(LenientJson.Parse("{user: {name: 'Ada', age: 36}}"));
    private readonly LgSource _source = new("form.lg", File);
    private readonly Templates _templates = Templates.Parse(new LgSource("form.lg", File));

    [Benchmark]
    public object? Text() => _templates.EvaluateText("${Greeting(user.name)}", _memory);

    [Benchmark]
    public object? Condition() => _templates.EvaluateText("${Age()}", _memory);

    [Benchmark]
    public object Activity() => ActivityFactory.FromObject(_templates.EvaluateText("${Reply()}", _memory));

    [Benchmark]
    public Templates Parse() => Templates.Parse(_source);
}
