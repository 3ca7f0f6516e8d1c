using System.Diagnostics;
using Microsoft.Extensions.Compliance.Classification;
using Microsoft.Extensions.Compliance.Redaction;
using OpenTelemetry;

namespace GuidanceBot.Host.Telemetry;

/// <summary>Erases what a trace should not hold, whoever put it there.</summary>
internal sealed class ErasingTraces(IRedactorProvider redactors) : BaseProcessor<Activity>
{
    private readonly Redactor _redactor = redactors.GetRedactor(new DataClassificationSet(Permitted.Unknown));

    public override void OnEnd(Activity data)
    {
        foreach (var (name, value) in data.TagObjects.Where(tag => !Permitted.Contains(tag.Key)).ToArray())
        {
            data.SetTag(name, _redactor.Redact(value?.ToString()));
        }
    }
}
