using GuidanceBot.Dialogs.Loading;
using GuidanceBot.Dialogs.Running;
using GuidanceBot.Dialogs.Values;

namespace GuidanceBot.Dialogs.Actions;

/// <summary>An action that only the host can carry out: the turn is suspended, the host answers, the action goes on.</summary>
internal abstract class HostAction(ContentNode node) : DialogAction(node)
{
    protected override Step Run(DialogContext dc, object? options)
    {
        dc.Turn.Request = Request(dc);
        return Step.Suspend;
    }

    internal override Step Continue(DialogContext dc)
    {
        var answer = dc.Turn.Response ?? throw new DialogException($"{Id} was not answered by the host.");
        (dc.Turn.Request, dc.Turn.Response) = (null, null);
        return Step.End(Answered(dc, answer));
    }

    protected abstract HostRequest Request(DialogContext dc);

    protected abstract object? Answered(DialogContext dc, object answer);
}

/// <summary>Makes an HTTP request through the host and keeps status, headers and content.</summary>
internal sealed class HttpRequest(ContentNode node) : HostAction(node)
{
    private readonly Binding _method = node.Choice("method", "GET", "GET", "POST", "PATCH", "PUT", "DELETE");
    private readonly Binding? _url = node.TextBinding("url", required: true);
    private readonly Binding? _headers = node.ValueBinding("headers");
    private readonly Binding? _body = node.ValueBinding("body");
    private readonly Binding? _contentType = node.TextBinding("contentType");
    private readonly Binding _responseType = node.Choice("responseType", "json", "none", "json", "activity", "activities", "binary");
    private readonly Binding? _result = node.TextBinding("resultProperty");

    private protected override string Label => $"{_method.Fixed} {_url}";

    protected override HostRequest Request(DialogContext dc) => new HostHttpRequest(
        _method.Text(dc)!.ToUpperInvariant(),
        _url!.Text(dc)!,
        _headers?.Evaluate(dc) as DialogObject ?? [],
        _contentType?.Text(dc) ?? "application/json",
        _body?.Evaluate(dc) is { } body ? body as string ?? ValueText.Json(body) : null);

    protected override object? Answered(DialogContext dc, object answer)
    {
        var response = (HostHttpResponse)answer;
        var type = _responseType.Text(dc)?.ToUpperInvariant();
        object? content = type == "NONE" ? null : LenientJson.TryParse(response.Content, out var json) && type != "BINARY" ? json : response.Content;
        var result = new DialogObject
        {
            ["headers"] = response.Headers,
            ["statusCode"] = Box.Of((long)response.StatusCode),
            ["reasonPhrase"] = response.ReasonPhrase,
            ["content"] = content,
        };
        foreach (var activity in type is "ACTIVITY" ? [content] : type is "ACTIVITIES" ? content as List<object?> ?? [] : [])
        {
            if (activity is DialogObject sent)
            {
                dc.Turn.Send(sent);
            }
        }

        if (_result?.Text(dc) is { } property)
        {
            dc.SetValue(property, result);
        }

        return result;
    }
}

/// <summary>Puts the members of the conversation, or those an activity was for, into memory.</summary>
internal sealed class GetMembers(ContentNode node, bool ofActivity) : HostAction(node)
{
    private readonly Binding? _property = node.TextBinding("property", required: true);
    private readonly Binding? _activityId = ofActivity ? node.TextBinding("activityId") : null;

    protected override HostRequest Request(DialogContext dc) =>
        new HostMembersRequest(ofActivity ? _activityId?.Text(dc) ?? dc.Turn.Activity["id"] as string ?? "" : null);

    protected override object? Answered(DialogContext dc, object answer)
    {
        dc.SetValue(_property!.Text(dc)!, answer);
        return answer;
    }
}

/// <summary>Has the host continue a conversation with an event: at once, or at a time.</summary>
internal sealed class ContinueConversation(ContentNode node, bool later) : HostAction(node)
{
    private readonly Binding? _reference = later ? null : node.ValueBinding("conversationReference", required: true);
    private readonly Binding? _date = later ? node.TextBinding("date", required: true) : null;
    private readonly Binding? _value = node.ValueBinding("value");

    protected override HostRequest Request(DialogContext dc)
    {
        var until = _date?.Text(dc);
        DateTimeOffset? at = null;
        if (later)
        {
            at = DateTimeOffset.TryParse(
                until, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal, out var time)
                ? time
                : throw new DialogException($"Date is invalid: '{until}'.");
            if (at <= dc.Turn.Evaluation.Clock.GetUtcNow())
            {
                throw new DialogException("Date must be in the future.");
            }
        }

        return new HostContinueRequest(_reference?.Evaluate(dc) as DialogObject, at, _value?.Evaluate(dc));
    }

    protected override object? Answered(DialogContext dc, object answer) => null;
}
