using GuidanceBot.Dialogs.LanguageGeneration;
using GuidanceBot.Dialogs.Values;

namespace GuidanceBot.Dialogs.Tests.LanguageGeneration;

public sealed class ActivityFactoryTests
{
    public static TheoryData<string, string> Activities => new()
    {
        { "'  hello '", "{type: 'message', text: 'hello', speak: 'hello'}" },
        { "''", "{type: 'message'}" },
        { "null", "{type: 'message'}" },
        { "12", "{type: 'message', text: '12', speak: '12'}" },
        { "[1, 'a']", "{type: 'message', text: '[1,\"a\"]', speak: '[1,\"a\"]'}" },
        { "{lgType: 'Activity', text: 'a', inputhint: 'expectingInput', attachmentlayout: 'carousel', own: 1}", "{type: 'message', text: 'a', inputHint: 'expectingInput', attachmentLayout: 'carousel', own: 1}" },
        { "{lgType: 'Activity', type: 'event', name: 'x', value: {a: 1}}", "{type: 'event', name: 'x', value: {a: 1}}" },
        { "{lgType: 'Activity', suggestedactions: ['yes', {lgType: 'CardAction', title: 'No', value: 'no', type: 'postBack', displaytext: 'n'}]}", "{type: 'message', suggestedActions: {actions: [{type: 'imBack', title: 'yes', value: 'yes'}, {type: 'postBack', title: 'No', value: 'no', displayText: 'n'}]}}" },
        { "{lgType: 'HeroCard', title: 't', image: 'http://i', buttons: 'b', tap: 'x'}", "{type: 'message', attachments: [{contentType: 'application/vnd.microsoft.card.hero', content: {title: 't', images: [{url: 'http://i'}], buttons: [{type: 'imBack', title: 'b', value: 'b'}], tap: {type: 'imBack', title: 'x', value: 'x'}}}]}" },
        { "{lgType: 'ThumbnailCard', images: ['a', {url: 'b'}]}", "{type: 'message', attachments: [{contentType: 'application/vnd.microsoft.card.thumbnail', content: {images: [{url: 'a'}, {url: 'b'}]}}]}" },
        { "{lgType: 'AudioCard', image: 'i', media: ['m'], autostart: 'true', shareable: false}", "{type: 'message', attachments: [{contentType: 'application/vnd.microsoft.card.audio', content: {image: {url: 'i'}, media: [{url: 'm'}], autostart: true, shareable: false}}]}" },
        { "{lgType: 'Attachment', contenttype: 'AdaptiveCard', content: {type: 'AdaptiveCard'}}", "{type: 'message', attachments: [{contentType: 'application/vnd.microsoft.card.adaptive', content: {type: 'AdaptiveCard'}}]}" },
        { "{lgType: 'Attachment', contenttype: 'herocard', contenturl: 'u', name: 'n'}", "{type: 'message', attachments: [{contentType: 'application/vnd.microsoft.card.hero', contentUrl: 'u', name: 'n'}]}" },
        { "{lgType: 'Activity', attachments: {type: 'AdaptiveCard', body: []}}", "{type: 'message', attachments: [{contentType: 'application/vnd.microsoft.card.adaptive', content: {type: 'AdaptiveCard', body: []}}]}" },
        { "{lgType: 'Activity', attachments: [{lgType: 'SigninCard', text: 's'}, {lgType: 'my.type', a: 1}]}", "{type: 'message', attachments: [{contentType: 'application/vnd.microsoft.card.signin', content: {text: 's'}}, {contentType: 'my.type', content: {lgType: 'my.type', a: 1}}]}" },
        { "{a: 1}", "{type: 'message', text: '{\"a\":1}', speak: '{\"a\":1}'}" },
    };

    [Theory]
    [MemberData(nameof(Activities))]
    public void A_result_becomes_an_activity(string result, string activity)
    {
        Assert.Equal(ValueText.Json(LenientJson.Parse(activity)), ValueText.Json(ActivityFactory.FromObject(LenientJson.Parse(result))));
    }
}
