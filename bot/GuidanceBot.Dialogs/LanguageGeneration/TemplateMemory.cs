using GuidanceBot.Dialogs.Expressions;

namespace GuidanceBot.Dialogs.LanguageGeneration;

/// <summary>What a template called with arguments sees: its parameters, and behind them what everybody sees.</summary>
internal sealed class TemplateMemory : IMemory
{
    private readonly IMemory _global;
    private readonly string[] _names;
    private readonly object?[] _values;

    public TemplateMemory(IMemory caller, string[] names, object?[] values)
    {
        // The caller's own parameters are not seen.
        _global = caller is TemplateMemory { _global: var global } ? global : caller;
        _names = names;
        _values = values;
    }

    public bool TryGetValue(string name, out object? value)
    {
        for (var i = 0; i < _names.Length; i++)
        {
            if (name.Equals(_names[i], StringComparison.OrdinalIgnoreCase))
            {
                value = _values[i];
                return true;
            }
        }

        return _global.TryGetValue(name, out value);
    }

    public void SetValue(IReadOnlyList<object> path, object? value) => _global.SetValue(path, value);
}
