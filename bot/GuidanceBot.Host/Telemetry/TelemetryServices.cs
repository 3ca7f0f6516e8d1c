using GuidanceBot.Generation.Models;
using GuidanceBot.Turns.Telemetry;
using Microsoft.Extensions.Compliance.Redaction;
using Microsoft.Extensions.Options;
using OpenTelemetry.Exporter;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace GuidanceBot.Host.Telemetry;

/// <summary>Sends traces, metrics and logs by OTLP when <c>Telemetry:Endpoint</c> says where to.</summary>
/// <remarks>
/// What leaves is what is named in <see cref="Permitted"/>; the value of anything else is erased on the way. Our own meters and
/// traces hold no words and no ids; calls to the channel are not traced, because their addresses name conversations.
/// </remarks>
internal static class TelemetryServices
{
    /// <summary>The meter and traces of the search.</summary>
    private const string Guidance = "GuidanceBot.Knowledge";

    /// <exception cref="OptionsValidationException">At the start: a setting is misspelt or impossible.</exception>
    public static IServiceCollection AddTelemetryIfEnabled(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection(TelemetryOptions.Section);
        services.AddOptions<TelemetryOptions>()
            .Bind(section, binder => binder.ErrorOnUnknownConfiguration = true)
            .ValidateDataAnnotations()
            .Validate(o => o.Endpoint is null or { Scheme: "http" or "https" }, "Telemetry:Endpoint is no http or https address. Give the collector's, for example http://localhost:4317.")
            .ValidateOnStart();

        var telemetry = section.Get<TelemetryOptions>() ?? new TelemetryOptions();
        if ((telemetry.Endpoint ?? FromPlatform(configuration)) is not { } endpoint)
        {
            return services;
        }

        services.AddRedaction(redaction => redaction.SetRedactor<ErasingRedactor>(Permitted.Unknown));
        services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(telemetry.ServiceName))
            .WithTracing(traces => traces
                .AddSource(TurnMeter.Name, Guidance)
                .SetSampler(new TraceIdRatioBasedSampler(telemetry.TraceShare))
                .AddProcessor<ErasingTraces>()
                .AddOtlpExporter(exporter => Aim(exporter, telemetry.Protocol, endpoint, "v1/traces")))
            .WithMetrics(metrics => metrics
                .AddMeter(TurnMeter.Name, Guidance, "GuidanceBot.State", GenerationCounters.MeterName, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel")
                .AddRuntimeInstrumentation()
                .AddOtlpExporter(exporter => Aim(exporter, telemetry.Protocol, endpoint, "v1/metrics")))
            .WithLogging(logs => logs
                .AddProcessor<ErasingLogs>()
                .AddOtlpExporter(exporter => Aim(exporter, telemetry.Protocol, endpoint, "v1/logs")));
        return services;
    }

    /// <summary>OpenTelemetry's own name for it, which hosting platforms set for every program.</summary>
    private static Uri? FromPlatform(IConfiguration configuration) =>
        Uri.TryCreate(configuration["OTEL_EXPORTER_OTLP_ENDPOINT"], UriKind.Absolute, out var endpoint) ? endpoint : null;

    /// <summary>Over HTTP each signal has a path of its own below the collector's address.</summary>
    private static void Aim(OtlpExporterOptions exporter, TelemetryProtocol protocol, Uri endpoint, string path)
    {
        var http = protocol == TelemetryProtocol.Http;
        exporter.Protocol = http ? OtlpExportProtocol.HttpProtobuf : OtlpExportProtocol.Grpc;
        exporter.Endpoint = http ? new Uri($"{endpoint.AbsoluteUri.TrimEnd('/')}/{path}") : endpoint;
    }
}
