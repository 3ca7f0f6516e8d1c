using GuidanceBot.Dialogs.LanguageGeneration;

namespace GuidanceBot.Dialogs.Expressions;

/// <summary>What a running evaluation carries from node to node.</summary>
public readonly struct Scope
{
    internal Scope(IMemory memory, EvaluationOptions options, Local? locals = null, bool raw = false, int depth = 0, CallCache? calls = null)
    {
        Memory = memory;
        Options = options;
        Locals = locals;
        Raw = raw;
        Depth = depth;
        Calls = calls;
    }

    public IMemory Memory { get; }

    public EvaluationOptions Options { get; }

    internal Local? Locals { get; }

    /// <summary>Whether nulls are left null, because a condition is asked.</summary>
    internal bool Raw { get; }

    /// <summary>How many templates stand around this place.</summary>
    internal int Depth { get; }

    /// <summary>What the template around this place has got from others already.</summary>
    internal CallCache? Calls { get; }

    internal Scope InCondition() => Raw || Options.NullSubstitution is null ? this : new(Memory, Options, Locals, raw: true, Depth, Calls);

    internal Scope With(Local local) => new(Memory, Options, local, Raw, Depth, Calls);

    /// <summary>Finds a value by a name that is known only now: a lambda's parameter or a root of the memory.</summary>
    internal object? Find(string name)
    {
        for (var local = Locals; local is not null; local = local.Outer)
        {
            if (name.Equals(local.Name, StringComparison.OrdinalIgnoreCase))
            {
                return local.Value;
            }
        }

        return Memory.TryGetValue(name, out var value) ? value : null;
    }

    /// <summary>A fault when a string of that length may not be made, else null.</summary>
    public Fault? CheckLength(long length) => length <= Options.Limits.MaxStringLength
        ? null
        : new($"The text would have {length} characters; {Options.Limits.MaxStringLength} are allowed.");

    /// <summary>A fault when a list of that length may not be made, else null.</summary>
    public Fault? CheckCount(long count) => count <= Options.Limits.MaxListLength
        ? null
        : new($"The list would have {count} items; {Options.Limits.MaxListLength} are allowed.");
}

/// <summary>The parameter of a lambda while it runs.</summary>
internal sealed class Local(string name, Local? outer)
{
    public string Name { get; } = name;

    public Local? Outer { get; } = outer;

    public object? Value { get; set; }
}
