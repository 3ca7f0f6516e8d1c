namespace GuidanceBot.Generation.Models;

/// <summary>Where a model runs.</summary>
public enum ModelProvider
{
    /// <summary>A deployment of Azure OpenAI: a key, or without one the managed identity.</summary>
    AzureOpenAI,

    /// <summary>OpenAI, or anything that speaks its chat completions and embeddings.</summary>
    OpenAI,

    /// <summary>Ollama, on this machine unless an endpoint says otherwise.</summary>
    Ollama,
}
