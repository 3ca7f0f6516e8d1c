using System.ComponentModel.DataAnnotations;

namespace GuidanceBot.Host.Telemetry;

/// <summary>The <c>Telemetry</c> section: where traces, metrics and logs are sent. Without an endpoint nothing is.</summary>
public sealed class TelemetryOptions
{
    public const string Section = "Telemetry";

    /// <summary>The OpenTelemetry collector (OTLP).</summary>
    /// <value>An http or https address; not set: nothing is sent.</value>
    public Uri? Endpoint { get; set; }

    /// <summary>How the collector is spoken to.</summary>
    /// <value>Grpc (usually port 4317) unless set, or Http (usually port 4318).</value>
    public TelemetryProtocol Protocol { get; set; }

    /// <summary>What this program is called among others.</summary>
    [Required, StringLength(100, MinimumLength = 1)]
    public string ServiceName { get; set; } = "guidancebot";

    /// <summary>The share of turns that is traced. Metrics count all of them.</summary>
    /// <value>0 to 1; 1 unless set.</value>
    [Range(0, 1)]
    public double TraceShare { get; set; } = 1;
}

/// <summary>How OTLP is carried.</summary>
public enum TelemetryProtocol
{
    Grpc,
    Http,
}
