using GuidanceBot.Generation.Grounding;
using GuidanceBot.Generation.Models;

namespace GuidanceBot.Generation;

/// <summary>The optional models. Without any the product is complete.</summary>
public sealed class GenerationOptions
{
    public const string Section = "Generation";

    /// <summary>
    /// The folder of the local encoder's weights, written by <c>guidancebot model fetch</c>: absolute, or relative to the working folder.
    /// Not there, or empty: the search goes by words alone.
    /// </summary>
    public string EncoderPath { get; set; } = "model";

    /// <summary>A reason for which nothing is asked of any model; read at each use, so that it holds without a restart. Empty: on.</summary>
    public string Off { get; set; } = "";

    /// <summary>
    /// While this file is there, nothing is asked of any model; its first line is the reason. Absolute, or relative to the working folder.
    /// Looked at at each use. <c>guidancebot model off</c> writes it.
    /// </summary>
    public string OffFile { get; set; } = "generation.off";

    /// <summary>The model that words answers. Without a provider: answers are quoted.</summary>
    public ChatModelOptions Chat { get; set; } = new();

    /// <summary>The encoder that the search asks over the network. Without a provider: the local one, or words alone.</summary>
    public EmbeddingModelOptions Embeddings { get; set; } = new();

    /// <summary>What may be spent in a day.</summary>
    public BudgetOptions Budget { get; set; } = new();

    /// <summary>How near to the guidance a model's sentence must be.</summary>
    public GroundingOptions Grounding { get; set; } = new();

    /// <summary>The folder as an absolute path; null when it is switched off.</summary>
    public string? EncoderFolder => EncoderPath.Length == 0 ? null : Path.GetFullPath(EncoderPath);
}
