using GuidanceBot.Turns.Wording;

namespace GuidanceBot.Turns.Exports;

/// <summary>The buttons that hand over a conversation.</summary>
internal static class ExportButtons
{
    public static string[] Of(string pathway, ExportWords words, LeafletMaker leaflets, BotWording wording) =>
        [.. wording.Phrases("ExportButtons").Where(button => leaflets.Has(pathway) || words.Read(button) != ExportFormat.Leaflet)];
}
