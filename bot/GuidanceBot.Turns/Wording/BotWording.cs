using System.Globalization;
namespace GuidanceBot.Turns.Wording;
public sealed partial class BotWording
{
    private readonly Dictionary<string, List<string>> _t = new();
    public static CultureInfo English { get; } = CultureInfo.GetCultureInfo("en-GB");
    public BotWording()
    {
        foreach (var f in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "wording"), "*.lg"))
        {
            List<string>? cur = null; 
            foreach (var l in File.ReadLines(f))
            {
                if (l.StartsWith("# ", StringComparison.Ordinal)) _t[l[2..].Split('(')[0].Trim()] = cur = [];
                else if (l.StartsWith('>') || l.Trim().Length == 0 && cur?.Count == 0) {}
                else cur?.Add(l.StartsWith("- ", StringComparison.Ordinal) ? l[2..] : l);
            }
        }
    }
    public string Say(string template, params (string Name, object? Value)[] data)
    {
        var s = string.Join("\n", _t[template]).Replace("```", "", StringComparison.Ordinal).Trim();
        if (template == "ContactLine") return string.Join(" ", data.Select(d => d.Value?.ToString()));
        if (template == "AreaName") return data[0].Value!.ToString()!;
        if (template == "ContactReach") return string.Join(" · ", data.Select(d => d.Value).Where(v => v is not null));
        if (template == "ContactHours") return data[0].Value!.ToString()!;
        foreach (var (n, v) in data) s = s.Replace("${" + n + "}", v?.ToString(), StringComparison.Ordinal);
        return s;
    }
    public IReadOnlyList<string> Phrases(string template) => [.. _t[template].Where(x => x.Length > 0)];
    public string SomethingWentWrong(string reference) => Say("SomethingWentWrong", ("reference", reference));
}
