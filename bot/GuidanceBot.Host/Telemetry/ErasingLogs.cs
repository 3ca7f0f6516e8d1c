using Microsoft.Extensions.Compliance.Classification;
using Microsoft.Extensions.Compliance.Redaction;
using OpenTelemetry;
using OpenTelemetry.Logs;

namespace GuidanceBot.Host.Telemetry;

/// <summary>Erases what a log record should not hold: values of unknown names, and exceptions, whose messages may quote anything.</summary>
/// <remarks>The template of the record, its event and its category stay: they are written in the program.</remarks>
internal sealed class ErasingLogs(IRedactorProvider redactors) : BaseProcessor<LogRecord>
{
    private readonly Redactor _redactor = redactors.GetRedactor(new DataClassificationSet(Permitted.Unknown));

    public override void OnEnd(LogRecord data)
    {
        if (data.Attributes is { } attributes)
        {
            data.Attributes = [.. attributes.Select(attribute => Permitted.Contains(attribute.Key)
                ? attribute
                : KeyValuePair.Create<string, object?>(attribute.Key, _redactor.Redact(attribute.Value?.ToString())))];
        }

        if (data.Exception is { } exception)
        {
            data.Attributes = [.. data.Attributes ?? [], KeyValuePair.Create<string, object?>("FaultType", exception.GetType().FullName)];
            data.Exception = null;
        }

        data.FormattedMessage = null;
    }
}
