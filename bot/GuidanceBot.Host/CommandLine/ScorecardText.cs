using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using GuidanceBot.Knowledge.Evaluating;

namespace GuidanceBot.Host.CommandLine;

/// <summary>A scorecard as a table for people, or a line of JSON for programs.</summary>
internal static class ScorecardText
{
    public static string Table(Scorecard card)
    {
        var text = new StringBuilder();
        void Row(string name, Share share) => text.AppendLine(CultureInfo.InvariantCulture, $"{name,-24} {share.Value,7:P1}   {share.Count} of {share.Total}");

        text.AppendLine(CultureInfo.InvariantCulture, $"{card.Questions} questions").AppendLine();
        Row("answered correctly", card.Correct);
        Row("success@1", card.SuccessAt1);
        Row("success@3", card.SuccessAt3);
        text.AppendLine(CultureInfo.InvariantCulture, $"{"mean reciprocal rank",-24} {card.MeanReciprocalRank,7:F3}");
        Row("answered", card.Answered);
        Row("not held, said so", card.SaidNotHeld);
        Row("out of scope, declined", card.Declined);
        Row("unsafe, refused", card.Refused);
        Row("danger recall", card.DangerRecall);
        Row("false alarms", card.FalseAlarms);

        if (card.Misses.Count > 0)
        {
            text.AppendLine().AppendLine("Misses");
            foreach (var miss in card.Misses)
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"  {miss.Question.Id} {miss.Question.Kind}: {miss.Question.Text}");
                text.AppendLine(CultureInfo.InvariantCulture, $"    {miss.Status}, rank {miss.Rank?.ToString(CultureInfo.InvariantCulture) ?? "none"}, first {(miss.Offered is [var first, ..] ? first.Id.ToString() : "nothing")}");
            }
        }

        return text.ToString().TrimEnd();
    }

    /// <param name="card">What is printed.</param>
    /// <param name="model">What a model did; null when none was asked.</param>
    public static string Json(Scorecard card, JsonObject? model = null)
    {
        static JsonNode? Value(Share share) => share.Total == 0 ? null : Math.Round(share.Value, 4);
        var totals = new JsonObject
        {
            ["questions"] = card.Questions,
            ["correct"] = Value(card.Correct),
            ["successAt1"] = Value(card.SuccessAt1),
            ["successAt3"] = Value(card.SuccessAt3),
            ["mrr"] = double.IsNaN(card.MeanReciprocalRank) ? null : Math.Round(card.MeanReciprocalRank, 4),
            ["answered"] = Value(card.Answered),
            ["saidNotHeld"] = Value(card.SaidNotHeld),
            ["declined"] = Value(card.Declined),
            ["refused"] = Value(card.Refused),
            ["dangerRecall"] = Value(card.DangerRecall),
            ["falseAlarms"] = Value(card.FalseAlarms),
            ["misses"] = new JsonArray([.. card.Misses.Select(miss => (JsonNode?)miss.Question.Id)]),
        };
        if (model is not null)
        {
            totals["model"] = model;
        }

        return totals.ToJsonString();
    }
}
