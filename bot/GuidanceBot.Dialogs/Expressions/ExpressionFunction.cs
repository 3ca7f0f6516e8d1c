namespace GuidanceBot.Dialogs.Expressions;

/// <summary>Computes a function from its evaluated arguments.</summary>
/// <returns>A value of the runtime, or a <see cref="Fault"/>.</returns>
public delegate object? FunctionBody(ReadOnlySpan<object?> arguments, in Scope scope);

/// <summary>Computes a function whose arguments are not all evaluated, or not once.</summary>
internal delegate object? LazyBody(Node[] arguments, in Scope scope);

/// <summary>A function of the expression language.</summary>
public sealed class ExpressionFunction
{
    /// <summary>A function whose result depends on its arguments only, or on the scope when it is not <paramref name="pure"/>.</summary>
    /// <param name="name">The name as called, case included; may have dots.</param>
    /// <param name="takes">
    /// A letter for each argument: <c>s</c> string, <c>n</c> number, <c>b</c> boolean, <c>l</c> list, <c>o</c> object, <c>a</c>
    /// anything; <c>x</c> string or number. <c>?</c> after a letter: it may be left out; <c>+</c> at the end: more of the last.
    /// Only what can be known without evaluating is checked against it.
    /// </param>
    /// <param name="gives">Such a letter for the result.</param>
    /// <param name="body">The function.</param>
    /// <param name="pure">Whether the same arguments always give the same result, so that it may be computed once.</param>
    public ExpressionFunction(string name, string takes, char gives, FunctionBody body, bool pure = false)
        : this(name, takes, gives)
    {
        Body = body;
        IsPure = pure;
    }

    private ExpressionFunction(string name, string takes, char gives)
    {
        Name = name;
        Gives = KindOf(gives);
        var kinds = new List<Kinds>();
        foreach (var letter in takes)
        {
            switch (letter)
            {
                case '?':
                    Optional++;
                    break;
                case '+':
                    Endless = true;
                    break;
                default:
                    kinds.Add(KindOf(letter));
                    break;
            }
        }

        Takes = [.. kinds];
    }

    public string Name { get; }

    public int MinArguments => Takes.Length - Optional;

    public int MaxArguments => Endless ? int.MaxValue : Takes.Length;

    internal Kinds Gives { get; }

    internal FunctionBody? Body { get; }

    internal LazyBody? Lazy { get; private init; }

    /// <summary>Whether the second argument names a variable of the third.</summary>
    internal bool IsLambda { get; private init; }

    internal bool IsPure { get; }

    /// <summary>The template that is called, when it is one.</summary>
    internal LanguageGeneration.Template? Template { get; init; }

    private Kinds[] Takes { get; }

    private int Optional { get; }

    private bool Endless { get; }

    internal Kinds ArgumentKind(int index) => Takes.Length == 0 ? Kinds.Any : Takes[Math.Min(index, Takes.Length - 1)];

    /// <summary>A function that evaluates its arguments itself; with <paramref name="lambda"/> its second names a variable of its third.</summary>
    internal static ExpressionFunction Special(string name, string takes, char gives, LazyBody body, bool lambda = false) =>
        new(name, takes, gives) { Lazy = body, IsLambda = lambda };

    /// <summary>Whether it may be called without arguments whatever it takes: a template then sees what its caller sees.</summary>
    internal bool MayGoWithout { get; init; }

    /// <summary>What is wrong with so many arguments; null when nothing is.</summary>
    internal string? CheckCount(int count) => (count >= MinArguments && count <= MaxArguments) || (count == 0 && MayGoWithout)
        ? null
        : $"{Name} takes {Expected()}, not {count}.";

    private string Expected() => (MinArguments, MaxArguments) switch
    {
        (var few, int.MaxValue) => $"{few} or more arguments",
        (1, 1) => "1 argument",
        (var few, var many) when few == many => $"{few} arguments",
        (var few, var many) => $"{few} to {many} arguments",
    };

    private static Kinds KindOf(char letter) => letter switch
    {
        's' => Kinds.String,
        'n' => Kinds.Number,
        'x' => Kinds.String | Kinds.Number,
        'b' => Kinds.Boolean,
        'l' => Kinds.List,
        'o' => Kinds.Object,
        _ => Kinds.Any,
    };
}

/// <summary>What is known of a value before it is evaluated.</summary>
[Flags]
internal enum Kinds
{
    Null = 0,
    String = 1,
    Number = 2,
    Boolean = 4,
    List = 8,
    Object = 16,
    Any = String | Number | Boolean | List | Object,
}
