using GuidanceBot.Dialogs.Values;

namespace GuidanceBot.Dialogs.Expressions.Functions;

/// <summary>The parts of an address.</summary>
internal static class UriFunctions
{
    public static IEnumerable<ExpressionFunction> All =>
    [
        Part("uriHost", 's', u => u.Host),
        Part("uriPath", 's', u => u.AbsolutePath),
        Part("uriPathAndQuery", 's', u => u.PathAndQuery),
        Part("uriPort", 'n', u => Box.Of((long)u.Port)),
        Part("uriQuery", 's', u => u.Query),
        Part("uriScheme", 's', u => u.Scheme),
    ];

    private static ExpressionFunction Part(string name, char gives, Func<Uri, object> part) => new(name, "s", gives, (a, in _) =>
        Uri.TryCreate(a[0] as string, UriKind.Absolute, out var uri) ? part(uri) : Check.Not(a[0], "an absolute address"), pure: true);
}
