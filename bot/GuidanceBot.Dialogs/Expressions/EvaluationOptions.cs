using System.Globalization;

namespace GuidanceBot.Dialogs.Expressions;

/// <summary>What an evaluation takes from its surroundings. Fixed once made, shared by any number of evaluations at once.</summary>
public sealed record EvaluationOptions
{
    public static readonly EvaluationOptions Default = new();

    /// <summary>The clock of <c>utcNow</c> and its kin. Its local time zone is the user's unless a function names one.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Where <c>rand</c>, <c>newGuid</c> and the choice between variations get their luck.</summary>
    public Random Random { get; init; } = Random.Shared;

    /// <summary>The culture of formatting functions that name none.</summary>
    /// <value>en-US unless set, as on the machines Bot Framework is tested on.</value>
    public CultureInfo Culture { get; init; } = CultureInfo.GetCultureInfo("en-US");

    /// <summary>What stands for a path that is null or missing, except where a condition is asked. Given the path; null = nothing does.</summary>
    public Func<string, object?>? NullSubstitution { get; init; }

    public EvaluationLimits Limits { get; init; } = EvaluationLimits.Default;

    /// <summary>Whether a template fails where a path in it is null: the option <c>@strict</c> of a template file.</summary>
    public bool Strict { get; init; }

    /// <summary>The random numbers that a test has fixed; one for each runtime.</summary>
    public Luck Luck { get; init; } = new();
}

/// <summary>The most that one evaluation may take. Reached, the evaluation ends with an error before the memory is taken.</summary>
public sealed record EvaluationLimits
{
    public static readonly EvaluationLimits Default = new();

    /// <summary>The longest string made. UTF-16 code units; 1,000,000 unless set.</summary>
    public int MaxStringLength { get; init; } = 1_000_000;

    /// <summary>The longest list made. Items; 100,000 unless set.</summary>
    public int MaxListLength { get; init; } = 100_000;

    /// <summary>How long one regular expression that needs backtracking may run. 100 ms unless set.</summary>
    public TimeSpan RegexTimeout { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>How deep templates may call one another. 64 unless set.</summary>
    public int MaxTemplateDepth { get; init; } = 64;
}
