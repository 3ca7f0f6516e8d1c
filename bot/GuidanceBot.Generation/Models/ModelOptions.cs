namespace GuidanceBot.Generation.Models;

/// <summary>Where a model is and who may use it.</summary>
public abstract class ModelOptions
{
    /// <summary>AzureOpenAI, OpenAI or Ollama. Null: no such model.</summary>
    public ModelProvider? Provider { get; set; }

    /// <summary>Its address; null: OpenAI's own, or Ollama's on this machine. Azure OpenAI has none. https, or http on this machine or its own network.</summary>
    public Uri? Endpoint { get; set; }

    /// <summary>The model's name; with Azure OpenAI the deployment's.</summary>
    public string? Model { get; set; }

    /// <summary>The key. Azure OpenAI without one: the managed identity. Ollama needs none.</summary>
    public string? ApiKey { get; set; }

    /// <summary>Azure OpenAI without a key: the client id of a user-assigned identity. Null: the machine's own.</summary>
    public string? ManagedIdentityClientId { get; set; }

    /// <summary>How long a turn waits for it, with all repeats.</summary>
    /// <value>0.2 s to 2 min. More than <c>Bot:Limits:InvokeTime</c> makes pressed buttons fail when the model is slow.</value>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(4);

    /// <summary>Whether there is one.</summary>
    public bool IsOn => Provider is not null;

    internal Uri Address => Endpoint ?? (Provider == ModelProvider.Ollama ? new Uri("http://localhost:11434") : new Uri("https://api.openai.com/v1"));

    /// <summary>What is wrong, one sentence each with its remedy.</summary>
    internal virtual IEnumerable<string> Faults(string section)
    {
        if (Provider is null)
        {
            if (Endpoint is not null || !string.IsNullOrEmpty(Model) || !string.IsNullOrEmpty(ApiKey))
            {
                yield return $"{section}:Provider is not set although other settings of {section} are. Set it to AzureOpenAI, OpenAI or Ollama, or remove the section.";
            }

            yield break;
        }

        if (string.IsNullOrWhiteSpace(Model))
        {
            yield return $"{section}:Model is not set. Set it to the name of the model; with AzureOpenAI to that of the deployment.";
        }

        if (Provider == ModelProvider.AzureOpenAI && Endpoint is null)
        {
            yield return $"{section}:Endpoint is not set. Set it to the resource's address, https://NAME.openai.azure.com.";
        }

        if (Endpoint is not null && !IsSafe(Endpoint))
        {
            yield return $"{section}:Endpoint is {Endpoint}. Use https; http only on this machine or to a name without a dot on its own network.";
        }

        if (Provider == ModelProvider.OpenAI && string.IsNullOrEmpty(ApiKey))
        {
            yield return $"{section}:ApiKey is not set. Set it in the environment ({section.Replace(":", "__", StringComparison.Ordinal)}__ApiKey); a server that wants none takes any word.";
        }

        if (Timeout < TimeSpan.FromSeconds(0.2) || Timeout > TimeSpan.FromMinutes(2))
        {
            yield return $"{section}:Timeout is {Timeout}. Set it to 0.2 seconds (00:00:00.2) to 2 minutes (00:02:00).";
        }
    }

    private static bool IsSafe(Uri address) =>
        address.IsAbsoluteUri && (address.Scheme == Uri.UriSchemeHttps
            || (address.Scheme == Uri.UriSchemeHttp && (address.IsLoopback || !address.Host.Contains('.', StringComparison.Ordinal))));
}

/// <summary>The model that words answers.</summary>
public sealed class ChatModelOptions : ModelOptions
{
    /// <summary>Words answers.</summary>
    public bool WordAnswers { get; set; } = true;

    /// <summary>Makes whole questions of those that lean on the answer before.</summary>
    public bool RewriteFollowUps { get; set; } = true;

    /// <summary>The most tokens of one answer.</summary>
    /// <value>50 to 4,000.</value>
    public int MaxOutputTokens { get; set; } = 600;

    /// <summary>Sent as it is; null: not sent, for models that do not take one.</summary>
    /// <value>0 to 2.</value>
    public double? Temperature { get; set; } = 0;

    internal override IEnumerable<string> Faults(string section)
    {
        foreach (var fault in base.Faults(section))
        {
            yield return fault;
        }

        if (MaxOutputTokens is < 50 or > 4000)
        {
            yield return $"{section}:MaxOutputTokens is {MaxOutputTokens}. Set it to 50 to 4,000.";
        }

        if (Temperature is < 0 or > 2)
        {
            yield return $"{section}:Temperature is {Temperature}. Set it to 0 to 2, or to null for a model that takes none.";
        }
    }
}

/// <summary>The encoder that the search asks over the network.</summary>
public sealed class EmbeddingModelOptions : ModelOptions
{
    /// <summary>The file that keeps the passages' vectors between runs: absolute, or relative to the working folder.</summary>
    public string CachePath { get; set; } = "passages.vectors";

    internal override IEnumerable<string> Faults(string section) =>
        IsOn && CachePath.Length == 0
            ? base.Faults(section).Append($"{section}:CachePath is empty. Set it to a file: without one all the guidance is encoded, and paid for, at each start.")
            : base.Faults(section);
}
