using GuidanceBot.Turns.Safety.Language;

namespace GuidanceBot.Turns.Safety;

/// <summary>What stands around the signs of one message: idioms, negations, suppositions, times, and who is spoken of.</summary>
internal sealed class MessageContext
{
    private const int NegationReach = 8;
    private const int ShortClause = 6;

    private readonly MessageWords _words;
    private readonly ContextWords _groups;
    private readonly GapRules _gaps;
    private readonly Dictionary<ContextRole, ILookup<int, PatternMatch<ContextRole>>> _found = [];
    private readonly Dictionary<Pattern, HashSet<int>> _sentencesWith = [];
    private readonly int[] _contrastsBefore;
    private readonly bool[] _idiom;
    private readonly bool[] _notNegation;
    private readonly bool[] _notCondition;
    private readonly bool[] _partOfSign;

    public MessageContext(
        MessageWords words, DangerRules rules, PatternIndex<ContextRole> context, IEnumerable<PatternMatch<DangerSign>> signs)
    {
        (_words, _groups, _gaps) = (words, rules.Words, rules.Gaps);
        foreach (var role in context.FindIn(words).GroupBy(match => match.Owner))
        {
            _found.Add(role.Key, role.ToLookup(match => words[match.Start].Sentence));
        }

        _contrastsBefore = new int[words.Count + 1];
        for (var at = 0; at < words.Count; at++)
        {
            _contrastsBefore[at + 1] = _contrastsBefore[at] + (_groups.Contrast.Has(words[at]) ? 1 : 0);
        }

        _idiom = Covered(ContextRole.Idiom);
        _notNegation = Covered(ContextRole.NotNegation);
        _notCondition = Covered(ContextRole.NotCondition);
        _partOfSign = new bool[words.Count];
        foreach (var match in signs)
        {
            Array.Fill(_partOfSign, true, match.Start, match.End - match.Start);
        }

    }

    /// <summary>A turn of phrase: "baby blues", "frightened to death".</summary>
    public bool IsIdiom(PatternMatch<DangerSign> sign) => _idiom[sign.Start] || _idiom[sign.End - 1];

    /// <summary>Said not to be so: "is not blue", "no fits or fever", "fits: none".</summary>
    public bool IsDenied(PatternMatch<DangerSign> sign) => DeniedBefore(sign) || DeniedAfter(sign);

    /// <summary>Supposed or asked about in general: "if a baby chokes", "how many babies are shaken".</summary>
    public bool IsGeneral(PatternMatch<DangerSign> sign)
    {
        if (IsPresent(sign))
        {
            return false;
        }

        return Subject(sign) == SubjectOfSign.Many
            || Near(ContextRole.Condition, sign).Any(cue => !_notCondition[cue.Start] && cue.Start < sign.Start && cue.End <= sign.End && Governs(cue, sign))
            || Near(ContextRole.General, sign).Any(cue => Asks(cue, sign));
    }

    /// <summary>Whether it lies back as far as <paramref name="rule"/> asks.</summary>
    public bool IsPast(PatternMatch<DangerSign> sign, PastRule rule)
    {
        if (rule == PastRule.Never || IsPresent(sign))
        {
            return false;
        }

        var cues = rule == PastRule.Recent
            ? Near(ContextRole.LongAgo, sign).Concat(Near(ContextRole.Recent, sign))
            : Near(ContextRole.LongAgo, sign);
        return cues.Any(cue => SameClause(cue, sign) || IsShortAside(cue, sign));
    }

    /// <summary>Whether a pattern stands anywhere in the message.</summary>
    public bool Stands(Pattern pattern) => SentencesWith(pattern).Count > 0;

    /// <summary>Whether a pattern stands in the sign's sentence, and not as a denial: "not crawling yet" is no "crawling".</summary>
    public bool Stands(Pattern pattern, PatternMatch<DangerSign> sign) =>
        SentencesWith(pattern).Contains(_words[sign.Start].Sentence);

    /// <summary>Of whom the sign is said: the word that governs it, else the baby the message is about.</summary>
    public SubjectOfSign Subject(PatternMatch<DangerSign> sign)
    {
        for (var at = sign.Start; at < sign.End; at++)
        {
            if (_groups.Child.Has(_words[at]))
            {
                return SubjectOfSign.Child;
            }
        }

        for (var at = sign.Start - 1; at >= 0 && _words[at].Sentence == _words[sign.Start].Sentence; at--)
        {
            var word = _words[at];
            if (_groups.Child.Has(word))
            {
                return SubjectOfSign.Child;
            }

            if (_groups.Many.Has(word))
            {
                return HasDeterminer(at) ? SubjectOfSign.Child : SubjectOfSign.Many;
            }

            if (_groups.Adult.Has(word))
            {
                return FollowsPreposition(at) ? Following(sign) : SubjectOfSign.Adult;
            }

            if (_groups.Thing.Has(word))
            {
                return FollowsPreposition(at) ? Following(sign) : SubjectOfSign.Thing;
            }

            if (!_groups.Linking.Has(word) && !_groups.Not.Has(word) && !_groups.Or.Has(word) && !_partOfSign[at])
            {
                break;
            }
        }

        return Following(sign);
    }

    // "a bruise on mum's arm": the one it is on may follow. Else it is the baby's, whoever else is named.
    private SubjectOfSign Following(PatternMatch<DangerSign> sign)
    {
        for (var at = sign.End; at < Math.Min(_words.Count, sign.End + 3) && _words[at].Clause == _words[sign.End - 1].Clause; at++)
        {
            if (_groups.Child.Has(_words[at]))
            {
                break;
            }

            if (_groups.Adult.Has(_words[at]) && _groups.Upon.Has(_words[at - 1]))
            {
                return SubjectOfSign.Adult;
            }
        }

        return SubjectOfSign.Child;
    }

    private bool DeniedBefore(PatternMatch<DangerSign> sign)
    {
        var (clause, crossed, or) = (_words[sign.Start].Clause, false, false);
        for (var at = sign.Start - 1; at >= Math.Max(0, sign.Start - NegationReach); at--)
        {
            var word = _words[at];
            if (word.Sentence != _words[sign.Start].Sentence || _groups.Contrast.Has(_words[at + 1]))
            {
                return false;
            }

            crossed |= word.Clause != clause;
            or |= _groups.Or.Has(word);
            if (!_notNegation[at])
            {
                if (_groups.Deny.Has(word))
                {
                    return true;
                }

                // "no" said to a question stands before a subject or a comma: "no he is blue", "no, blue".
                if (_groups.No.Has(word))
                {
                    return !_groups.Child.Has(_words[at + 1]) && !_groups.Adult.Has(_words[at + 1])
                        && (_words[at + 1].Clause == word.Clause);
                }

                if (_groups.Not.Has(word))
                {
                    return (!crossed || or) && !_partOfSign[at];
                }
            }

            if (!_groups.Linking.Has(word) && !_groups.Listable.Has(word) && !_partOfSign[at] && !_groups.Or.Has(word) && !DeniesOnlyBeyond(at))
            {
                return false;
            }
        }

        return false;
    }

    // "denies that he shook her": a subject may stand between.
    private bool DeniesOnlyBeyond(int at) =>
        (_groups.Child.Has(_words[at]) || _groups.Adult.Has(_words[at]))
        && at > 0 && (_groups.Deny.Has(_words[at - 1]) || (at > 1 && _groups.Deny.Has(_words[at - 2])));

    private bool DeniedAfter(PatternMatch<DangerSign> sign)
    {
        if (sign.End >= _words.Count)
        {
            return false;
        }

        var next = _words[sign.End];
        var ends = sign.End + 1 >= _words.Count || _words[sign.End + 1].Clause != next.Clause;
        return _groups.NoneAfter.Has(next) && ends && next.Sentence <= _words[sign.Start].Sentence + 1;
    }

    private bool IsPresent(PatternMatch<DangerSign> sign) =>
        Near(ContextRole.Present, sign).Any(cue => !_idiom[cue.Start]);

    // A condition reaches to the end of its sentence, unless a contrast ends it.
    private bool Governs(PatternMatch<ContextRole> cue, PatternMatch<DangerSign> sign) =>
        _contrastsBefore[cue.Start] == _contrastsBefore[sign.Start];

    // A question for knowledge covers its sentence, except what is asserted in it.
    private bool Asks(PatternMatch<ContextRole> cue, PatternMatch<DangerSign> sign)
    {
        if (cue.Start > sign.Start && !SameClause(cue, sign))
        {
            return false;
        }

        return !Near(ContextRole.Assertion, sign).Any(claim =>
            (claim.Start >= cue.End || claim.End <= cue.Start)
            && claim.Start <= sign.Start + 1
            && (claim.Start == 0 || !_groups.Unassertive.Has(_words[claim.Start - 1]) || _words[claim.Start - 1].Clause != _words[claim.Start].Clause));
    }

    // "In March, he had a fit": a few words before or after, set off by a comma.
    private bool IsShortAside(PatternMatch<ContextRole> cue, PatternMatch<DangerSign> sign)
    {
        var aside = _words[cue.Start].Clause;
        if (Math.Abs(aside - _words[sign.Start].Clause) != 1)
        {
            return false;
        }

        var (first, last) = (cue.Start, cue.Start);
        while (first > 0 && _words[first - 1].Clause == aside)
        {
            first--;
        }

        while (last + 1 < _words.Count && _words[last + 1].Clause == aside)
        {
            last++;
        }

        return last - first < ShortClause && !_partOfSign.AsSpan(first, last + 1 - first).Contains(true);
    }

    private bool HasDeterminer(int at) => at > 0 && _groups.Determiner.Has(_words[at - 1]);

    private bool FollowsPreposition(int at)
    {
        for (var back = at - 1; back >= Math.Max(0, at - 3) && _words[back].Sentence == _words[at].Sentence; back--)
        {
            if (_groups.Preposition.Has(_words[back]))
            {
                return true;
            }
        }

        return false;
    }

    private bool SameClause(PatternMatch<ContextRole> cue, PatternMatch<DangerSign> sign) =>
        _words[cue.Start].Clause == _words[sign.Start].Clause || _words[cue.Start].Clause == _words[sign.End - 1].Clause;

    // What of the context stands in the sign's own sentence.
    private IEnumerable<PatternMatch<ContextRole>> Near(ContextRole role, PatternMatch<DangerSign> sign) =>
        _found.TryGetValue(role, out var bySentence) ? bySentence[_words[sign.Start].Sentence] : [];

    private HashSet<int> SentencesWith(Pattern pattern)
    {
        if (!_sentencesWith.TryGetValue(pattern, out var sentences))
        {
            sentences =
            [
                .. Enumerable.Range(0, _words.Count)
                    .Where(at => pattern.EndFrom(_words, at, _gaps) is not null && !FollowsNegation(at))
                    .Select(at => _words[at].Sentence),
            ];
            _sentencesWith.Add(pattern, sentences);
        }

        return sentences;
    }

    private bool FollowsNegation(int at)
    {
        for (var back = at - 1; back >= Math.Max(0, at - 2) && _words[back].Clause == _words[at].Clause; back--)
        {
            if (_groups.Not.Has(_words[back]) && !_notNegation[back])
            {
                return true;
            }
        }

        return false;
    }

    private bool[] Covered(ContextRole role)
    {
        var covered = new bool[_words.Count];
        foreach (var match in _found.TryGetValue(role, out var bySentence) ? bySentence.SelectMany(sentence => sentence) : [])
        {
            Array.Fill(covered, true, match.Start, match.End - match.Start);
        }

        return covered;
    }
}

/// <summary>What a pattern of the context says.</summary>
internal enum ContextRole
{
    Idiom,
    NotNegation,
    NotCondition,
    Condition,
    General,
    Assertion,
    Present,
    LongAgo,
    Recent,
}

internal enum SubjectOfSign
{
    Child,
    Adult,
    Thing,

    /// <summary>Babies in general.</summary>
    Many,
}
