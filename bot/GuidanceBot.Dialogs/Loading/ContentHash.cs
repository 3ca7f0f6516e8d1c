using System.Security.Cryptography;
using System.Text;

namespace GuidanceBot.Dialogs.Loading;

/// <summary>A short name for a piece of content that changes when the content does: layout and comments do not count.</summary>
internal static class ContentHash
{
    public static string Of(JsonSource source)
    {
        var text = new StringBuilder();
        Append(text, source);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())).AsSpan(0, 6));
    }

    private static void Append(StringBuilder text, JsonSource source)
    {
        text.Append((char)('a' + (int)source.Type));
        if (source.IsObject)
        {
            foreach (var (name, value) in source.Members)
            {
                text.Append(name).Append(':');
                Append(text, value);
            }

            text.Append('}');
        }
        else if (source.IsArray)
        {
            source.Items.ForEach(item => Append(text, item));
            text.Append(']');
        }
        else
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{source.Scalar}").Append(';');
        }
    }
}
