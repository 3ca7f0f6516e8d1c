using GuidanceBot.Dialogs.Values;

namespace GuidanceBot.Dialogs.Text;

/// <summary>Something recognized in what a person wrote.</summary>
/// <param name="Type">What it is: <c>number</c>, <c>age</c>, <c>datetimeV2.date</c> …, as Bot Framework's recognizers name it.</param>
/// <param name="Start">Where it begins, in UTF-16 code units from 0.</param>
/// <param name="End">The place after its last character.</param>
/// <param name="Text">The words themselves.</param>
/// <param name="Resolution">What they mean, in the shape of Bot Framework's recognizers: <c>{value}</c>, <c>{value, unit}</c>, <c>{values: [...]}</c>.</param>
public sealed record TextEntity(string Type, int Start, int End, string Text, DialogObject Resolution);
