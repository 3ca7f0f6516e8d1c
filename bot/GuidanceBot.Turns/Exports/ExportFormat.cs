namespace GuidanceBot.Turns.Exports;

/// <summary>A form in which a guided conversation is handed over.</summary>
public enum ExportFormat
{
    /// <summary>The record as a Word document.</summary>
    Word,

    /// <summary>The record as Markdown.</summary>
    Markdown,

    /// <summary>The page for parents.</summary>
    Leaflet,

    /// <summary>The answers for a machine.</summary>
    Fhir,
}
