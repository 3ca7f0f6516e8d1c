namespace GuidanceBot.Dialogs.Values;

/// <summary>Something with named values that are found only when asked for: settings, a dialog's own properties.</summary>
/// <remarks>It may stand wherever a <see cref="DialogObject"/> may as the root of a path.</remarks>
public interface IPropertySource
{
    /// <summary>Finds a value by name, without regard to case.</summary>
    bool TryGetValue(string name, out object? value);
}
