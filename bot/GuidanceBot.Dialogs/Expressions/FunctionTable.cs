using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using GuidanceBot.Dialogs.Expressions.Functions;
using GuidanceBot.Dialogs.Values;

namespace GuidanceBot.Dialogs.Expressions;

/// <summary>The functions that expressions may call, and the expressions parsed with them.</summary>
/// <remarks>
/// <see cref="BuiltIn"/> has the language's own. A host adds functions with <see cref="With"/>. Each table keeps what it has
/// parsed, up to 4,096 expressions, so that a text is parsed once. Safe to use from many turns at once.
/// </remarks>
public class FunctionTable
{
    private const int MaxCached = 4096;

    private readonly FrozenDictionary<string, ExpressionFunction> _functions;
    private readonly BoundedCache<string, Expression> _parsed = new(MaxCached);

    private FunctionTable(IEnumerable<ExpressionFunction> functions) =>
        _functions = functions.ToFrozenDictionary(f => f.Name, StringComparer.Ordinal);

    /// <summary>A table that knows what another knows, for those who look further.</summary>
    protected FunctionTable(FunctionTable basis)
    {
        ArgumentNullException.ThrowIfNull(basis);
        _functions = basis._functions;
    }

    /// <summary>The prebuilt functions of adaptive expressions.</summary>
    public static FunctionTable BuiltIn { get; } = new(
    [
        .. LogicFunctions.All, .. MathFunctions.All, .. StringFunctions.All, .. CollectionFunctions.All, .. ConversionFunctions.All,
        .. ObjectFunctions.All, .. DateFunctions.All, .. TimexFunctions.All, .. TypeFunctions.All, .. UriFunctions.All,
    ]);

    public IReadOnlyCollection<string> Names => _functions.Keys;

    /// <summary>The table with further functions; one of the same name takes the place of ours.</summary>
    public FunctionTable With(params IEnumerable<ExpressionFunction> functions)
    {
        var all = new Dictionary<string, ExpressionFunction>(_functions, StringComparer.Ordinal);
        foreach (var function in functions)
        {
            all[function.Name] = function;
        }

        return new FunctionTable(all.Values);
    }

    /// <summary>Finds a function by the name as called.</summary>
    public virtual bool TryFind(string name, [NotNullWhen(true)] out ExpressionFunction? found) => _functions.TryGetValue(name, out found);

    /// <summary>The expression of a text, parsed at the first call and remembered.</summary>
    internal Expression Parse(string text) => _parsed.TryGet(text, out var known)
        ? known
        : _parsed.Add(text, new Expression(text, new ExpressionParser(text, this).Parse(), this));
}
