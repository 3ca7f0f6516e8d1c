namespace GuidanceBot.Dialogs.Values;

/// <summary>Boxes for the values that occur most, so that a counter or a comparison allocates nothing.</summary>
public static class Box
{
    public static readonly object True = true;
    public static readonly object False = false;

    private const int Lowest = -16;
    private const int Highest = 1024;
    private static readonly object[] Small = [.. Enumerable.Range(Lowest, Highest - Lowest + 1).Select(n => (object)(long)n)];

    public static object Of(bool value) => value ? True : False;

    public static object Of(long value) => value is >= Lowest and <= Highest ? Small[value - Lowest] : value;

    public static object Of(double value) => value;

    /// <summary>Brings a value from outside into the model: every integer type to long, every fraction to double.</summary>
    /// <returns>The value itself when it belongs to the model already or is of a type that does not belong to it.</returns>
    public static object? Normalize(object? value) => value switch
    {
        bool b => Of(b),
        int n => Of(n),
        long n => Of(n),
        short n => Of(n),
        byte n => Of(n),
        uint n => Of(n),
        float x => Of(x),
        decimal x => Of((double)x),
        _ => value,
    };
}
