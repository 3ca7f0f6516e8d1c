using System.Buffers;
using GuidanceBot.Knowledge.Searching.Index;
using GuidanceBot.Knowledge.Searching.Questions;

namespace GuidanceBot.Knowledge.Searching.Ranking;

/// <summary>Scores passages closely for one question. For one thread; make one for each question.</summary>
internal sealed class PassageScorer : IDisposable
{
    private const short NotAsked = -1;

    private readonly PassageIndex _index;
    private readonly PassageTerms _terms;
    private readonly RankingParameters _parameters;
    private readonly AskedQuestion _question;
    private readonly short[] _slotOf;
    private readonly int[] _pairOf;
    private readonly double[] _pairIdf;
    private readonly double[] _counts;
    private readonly bool[] _inHeading;
    private readonly int[] _ordered;
    private readonly int[] _near;
    private readonly List<(int Position, int Slot)> _hits = [];

    public PassageScorer(PassageIndex index, AskedQuestion question, RankingParameters parameters)
    {
        (_index, _terms, _question, _parameters) = (index, index.Terms, question, parameters);
        var slots = question.Terms.Count;
        _slotOf = ArrayPool<short>.Shared.Rent(_terms.Vocabulary.TermCount);
        _slotOf.AsSpan(0, _terms.Vocabulary.TermCount).Fill(NotAsked);
        for (var slot = 0; slot < slots; slot++)
        {
            _slotOf[question.Terms[slot].Term] = (short)slot;
        }

        _counts = new double[slots];
        _inHeading = new bool[slots];
        _pairOf = new int[slots * slots];
        _pairIdf = new double[question.Pairs.Count];
        _ordered = new int[question.Pairs.Count];
        _near = new int[question.Pairs.Count];
        Array.Fill(_pairOf, -1);
        for (var pair = 0; pair < question.Pairs.Count; pair++)
        {
            AddPair(pair, question.Groups[question.Pairs[pair].First], question.Groups[question.Pairs[pair].Second]);
        }
    }

    public PassageScore Score(int passage)
    {
        Array.Clear(_counts);
        Array.Clear(_inHeading);
        Array.Clear(_ordered);
        Array.Clear(_near);

        var heading = _terms.Headings[passage];
        CollectHits(heading);
        CountPairs();
        CountHits(0, int.MaxValue, _parameters.HeadingRepeats);
        var headingFactor = HeadingFactor(passage);
        AddNames(passage);
        AddAsked(passage);
        CollectHits(_terms.Bodies[passage]);
        CountPairs();
        CountHits(0, int.MaxValue, 1);

        var length = (_parameters.HeadingRepeats * heading.Length) + _terms.Bodies.LengthOf(passage);
        var words = SumOfGroups(Saturation(length / _index.AverageLength));
        var nearness = Nearness(Saturation(length / _index.AverageLength));
        var window = _parameters.BestWindow * BestWindow(passage);
        return new PassageScore(passage, words, headingFactor, nearness, window, _parameters.DocumentShare * DocumentShare(passage));
    }

    public void Dispose() => ArrayPool<short>.Shared.Return(_slotOf);

    private void AddPair(int pair, AskedGroup first, AskedGroup second)
    {
        foreach (var one in first.Ways.Where(w => w.Slots.Count == 1))
        {
            foreach (var other in second.Ways.Where(w => w.Slots.Count == 1))
            {
                _pairOf[(one.Slots[0] * _counts.Length) + other.Slots[0]] = pair;
            }
        }

        _pairIdf[pair] = ((first.Idf * first.Weight) + (second.Idf * second.Weight)) / 2;
    }

    private void CollectHits(ReadOnlySpan<int> terms)
    {
        _hits.Clear();
        for (var position = 0; position < terms.Length; position++)
        {
            if (_slotOf[terms[position]] is var slot and not NotAsked)
            {
                _hits.Add((position, slot));
            }
        }
    }

    private void CountHits(int from, int until, int times)
    {
        foreach (var (position, slot) in _hits)
        {
            if (position >= from && position < until)
            {
                _counts[slot] += times;
            }
        }
    }

    private void CountPairs()
    {
        for (var i = 0; i < _hits.Count; i++)
        {
            for (var j = i + 1; j < _hits.Count && _hits[j].Position - _hits[i].Position < _parameters.PairWindow; j++)
            {
                var inOrder = _pairOf[(_hits[i].Slot * _counts.Length) + _hits[j].Slot];
                var reversed = _pairOf[(_hits[j].Slot * _counts.Length) + _hits[i].Slot];
                if (inOrder >= 0)
                {
                    _near[inOrder]++;
                    _ordered[inOrder] += _hits[j].Position - _hits[i].Position == 1 ? 1 : 0;
                }
                else if (reversed >= 0)
                {
                    _near[reversed]++;
                }
            }
        }
    }

    /// <summary>A name is another heading: the best of heading, name, and both together counts.</summary>
    private double HeadingFactor(int passage)
    {
        var heading = _terms.Headings[passage];
        if (heading.Length == 0 && _terms.NameCount(passage) == 0)
        {
            return _parameters.NoHeadingFactor;
        }

        var (hit, all) = Evidence(heading);
        var best = Share(hit, all);
        for (var name = 0; name < _terms.NameCount(passage); name++)
        {
            var (nameHit, nameAll) = Evidence(_terms.Name(passage, name));
            best = Math.Max(best, Math.Max(Share(nameHit, nameAll), Share(hit + nameHit, all + nameAll)));
        }

        return 1 + best;
    }

    private double Share(double hit, double all) => hit / (all + _parameters.HeadingSmoothing);

    private (double Hit, double All) Evidence(ReadOnlySpan<int> terms)
    {
        var (hit, all) = (0.0, 0.0);
        for (var i = 0; i < terms.Length; i++)
        {
            if (terms[..i].Contains(terms[i]))
            {
                continue;
            }

            if (_slotOf[terms[i]] is var slot and not NotAsked)
            {
                var term = _question.Terms[slot];
                hit += term.Idf * Math.Min(1, term.Weight);
                all += term.Idf;
            }
            else
            {
                all += _index.IdfOf(terms[i]);
            }
        }

        return (hit, all);
    }

    /// <summary>A word found in several names counts once, as often as a word of the heading.</summary>
    private void AddNames(int passage)
    {
        for (var name = 0; name < _terms.NameCount(passage); name++)
        {
            foreach (var term in _terms.Name(passage, name))
            {
                if (_slotOf[term] is var slot and not NotAsked && !_inHeading[slot])
                {
                    _inHeading[slot] = true;
                    _counts[slot] += _parameters.HeadingRepeats;
                }
            }
        }
    }

    /// <summary>A word found in several of the questions that people ask it counts once.</summary>
    private void AddAsked(int passage)
    {
        for (var question = 0; question < _terms.AskedCount(passage); question++)
        {
            foreach (var term in _terms.Asked(passage, question))
            {
                if (_slotOf[term] is var slot and not NotAsked && !_inHeading[slot])
                {
                    _inHeading[slot] = true;
                    _counts[slot] += _parameters.AskedRepeats;
                }
            }
        }
    }

    private double Saturation(double relativeLength) =>
        _parameters.K1 * (1 - _parameters.B + (_parameters.B * relativeLength));

    private double Earned(double idf, double count, double saturation) =>
        idf * count * (_parameters.K1 + 1) / (count + saturation);

    private double SumOfGroups(double saturation)
    {
        var sum = 0.0;
        foreach (var group in _question.Groups)
        {
            var best = 0.0;
            foreach (var way in group.Ways)
            {
                var earned = 0.0;
                foreach (var slot in way.Slots)
                {
                    earned += _counts[slot] == 0 ? 0 : Earned(_question.Terms[slot].Idf, _counts[slot], saturation);
                }

                best = Math.Max(best, way.Weight * earned / Math.Sqrt(way.Slots.Count));
            }

            sum += group.Weight * best;
        }

        return sum;
    }

    private double Nearness(double saturation)
    {
        var sum = 0.0;
        for (var pair = 0; pair < _near.Length; pair++)
        {
            sum += _near[pair] == 0 ? 0 : _parameters.NearPair * Earned(_pairIdf[pair], _near[pair], saturation);
            sum += _ordered[pair] == 0 ? 0 : _parameters.OrderedPair * Earned(_pairIdf[pair], _ordered[pair], saturation);
        }

        return sum;
    }

    private double BestWindow(int passage)
    {
        var length = _terms.Bodies.LengthOf(passage);
        var best = 0.0;
        for (var start = 0; start < length && (start == 0 || start + _parameters.WindowLength - _parameters.WindowStep < length); start += _parameters.WindowStep)
        {
            Array.Clear(_counts);
            CountHits(start, start + _parameters.WindowLength, 1);
            var window = Math.Min(_parameters.WindowLength, length - start);
            best = Math.Max(best, SumOfGroups(Saturation(window / _index.AverageWindow)));
        }

        return best;
    }

    private double DocumentShare(int passage)
    {
        Array.Clear(_counts);
        foreach (var term in _terms.Abouts[passage])
        {
            if (_slotOf[term] is var slot and not NotAsked)
            {
                _counts[slot] = 1;
            }
        }

        return SumOfGroups(_parameters.K1);
    }
}
