using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using GuidanceBot.Dialogs.Loading;
using GuidanceBot.Dialogs.Running;
using GuidanceBot.Dialogs.Values;

namespace GuidanceBot.Dialogs.TestScripts;

/// <summary>Something of the world that a script stands in for.</summary>
internal abstract class Mock;

/// <summary>What scripts can stand in for.</summary>
internal static class Mocks
{
    public static readonly Kind[] Kinds =
    [
        new("Microsoft.Test.HttpRequestSequenceMock", KindRole.Mock, "answers to HTTP requests, one after the other", node => new HttpMock(node)),
        new("Microsoft.Test.SettingStringMock", KindRole.Mock, "settings", node => new SettingsMock(node)),
        new("Microsoft.Test.SettingsPropertiesMock", KindRole.Mock, "settings", node => new SettingsMock(node)),
        new("Microsoft.Test.PropertiesMock", KindRole.Mock, "settings, named with their scope", node => new SettingsMock(node)),
        new("Microsoft.Test.UserTokenBasicMock", KindRole.Mock, "nothing: there is no signing in", node => new TokenMock(node)),
    ];

    private sealed class TokenMock : Mock
    {
        public TokenMock(ContentNode node)
        {
            foreach (var name in new[] { "connectionName", "channelId", "userId", "token", "magicCode" })
            {
                _ = node.Text(name);
            }
        }
    }
}

/// <summary>Settings that a script sets over those of the file.</summary>
internal sealed class SettingsMock(ContentNode node) : Mock
{
    private readonly List<(string Property, JsonSource? Value)> _assignments =
        node.Objects("assignments", inner => (inner.Text("property", required: true) ?? "", inner.Raw("value")));

    public void Apply(DialogObject settings)
    {
        foreach (var (property, value) in _assignments)
        {
            var names = property.Split('.', ':');
            var owner = settings;
            foreach (var name in names[(names[0].Equals("settings", StringComparison.OrdinalIgnoreCase) ? 1 : 0)..^1])
            {
                if (owner[name] is not DialogObject inner)
                {
                    owner[name] = inner = [];
                }

                owner = inner;
            }

            owner[names[^1]] = value is null ? null : JsonValues.ToValue(value);
        }
    }
}

/// <summary>Answers the HTTP requests of a script that it fits.</summary>
internal sealed class HttpMock(ContentNode node) : Mock
{
    private readonly string? _method = node.Text("method");
    private readonly string _url = node.Text("url", required: true) ?? "";
    private readonly bool _exact = "exact".Equals(node.Text("matchType"), StringComparison.OrdinalIgnoreCase);
    private readonly string? _body = node.Text("body");
    private readonly List<HostHttpResponse> _responses = node.Objects("responses", Response);

    /// <summary>Whether it answers this request.</summary>
    public bool Fits(HostHttpRequest request) =>
        (_method is null || _method.Equals(request.Method, StringComparison.OrdinalIgnoreCase))
        && IsUrl(request.Url)
        && (_body is null || (_exact ? request.Body == _body : request.Body?.Contains(_body, StringComparison.Ordinal) ?? false));

    /// <summary>The answer to the request of that number, from 0; the last one is repeated.</summary>
    public HostHttpResponse Answer(int number) => _responses.Count == 0
        ? new HostHttpResponse(200, "OK", [], "")
        : _responses[Math.Min(number, _responses.Count - 1)];

    private bool IsUrl(string url)
    {
        var pattern = "^" + Regex.Escape(_url.TrimEnd('/')).Replace("\\*", ".*", StringComparison.Ordinal) + "/?(\\?.*)?$";
        return Regex.IsMatch(url, pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
    }

    private static HostHttpResponse Response(ContentNode node)
    {
        var content = node.Raw("content") is { } source ? JsonValues.ToValue(source) : "";
        var type = node.Text("contentType")?.ToUpperInvariant();
        var status = node.Text("statusCode");
        var code = status is null ? HttpStatusCode.OK : Enum.Parse<HttpStatusCode>(status, ignoreCase: true);
        var headers = node.Raw("headers") is { } given ? JsonValues.ToValue(given) as DialogObject : null;
        var text = content as string ?? ValueText.Json(content);
        if (type == "BYTEARRAY")
        {
            text = Encoding.UTF8.GetString(Convert.FromBase64String(text));
        }

        return new HostHttpResponse((int)code, node.Text("reasonPhrase") ?? $"{code}", headers ?? [], text);
    }
}
