// Terms are found in a sample of the sections, weighed against a sample of the rest, and the best of them are
// then counted exactly by the index.
#include "archive/search/match_scan.hpp"
#include "archive/search/terms_rows.hpp"
#include "text/contains.hpp"
#include "text/frequent_strings.hpp"

#include <algorithm>
#include <cmath>

namespace nianbao::archive {

namespace {

constexpr std::size_t most_read = 10'000;  ///< sections of the scope, and of the rest
constexpr double least_score = 3.84;       ///< of chance alone one term in twenty reaches it
constexpr std::size_t counted_a_term = 4;  ///< candidates whose exact counts are taken, for each term shown
constexpr std::size_t most_counted = 2000; ///< for `--limit 0`

std::vector<SectionId> sections_in(Connection& connection, const SearchQuery& query) {
    std::vector<SectionId> ids;
    MatchScan scan(connection, query);
    scan.run_scope([&](SectionId id) {
        ids.push_back(id);
        return true;
    });
    return ids;
}

/// At most most_read of them, evenly spread.
template<class Add>
void read_sample(Connection& connection, const std::vector<SectionId>& ids, const Add& add) {
    const std::size_t step = std::max<std::size_t>(1, (ids.size() + most_read - 1) / most_read);
    for (std::size_t i = 0; i < ids.size(); i += step) {
        auto query = connection.prepare("select text from section where id = ?1");
        if (query.add(ids[i].value).step()) add(query.text(0));
    }
}

double part(double observed, double expected) {
    return observed > 0 ? observed * std::log(observed / expected) : 0;
}

struct Term {
    std::string text;
    std::size_t here = 0;
    std::size_t elsewhere = 0;
    double score = 0;
};

/// Dunning's log-likelihood ratio of two proportions; negative where the term is rarer here.
double log_likelihood(const Term& term, std::size_t of_here, std::size_t of_elsewhere) {
    const auto a = static_cast<double>(term.here);
    const auto b = static_cast<double>(term.elsewhere);
    const auto n = static_cast<double>(of_here);
    const auto m = static_cast<double>(of_elsewhere);
    const double share = (a + b) / (n + m);
    const double ratio = 2 * (part(a, n * share) + part(n - a, n * (1 - share)) + part(b, m * share) +
                              part(m - b, m * (1 - share)));
    return a * m >= b * n ? ratio : -ratio;
}

/// Pieces of a better term, and terms that hold one, say nothing new.
bool says_more(const std::vector<Term>& chosen, const Term& term) {
    return std::ranges::none_of(chosen, [&](const Term& one) {
        return text::contains(one.text, term.text) || text::contains(term.text, one.text);
    });
}

class Distinctive {
public:
    Distinctive(Connection& connection, const TermsRequest& request)
        : connection_(connection), request_(request) {
        here_.scope = request.scope;
        everywhere_.scope.sections = request.scope.sections;
        split();
    }

    std::vector<Term> find() {
        std::vector<Term> terms = weighed_by_samples();
        const bool many = request_.limit == 0 || request_.limit > most_counted / counted_a_term;
        const std::size_t wanted = many ? most_counted : request_.limit * counted_a_term;
        terms.resize(std::min(terms.size(), wanted));
        for (Term& term : terms) count_exactly(term);
        put_in_order(terms, ids_here_.size(), ids_elsewhere_.size());
        std::vector<Term> chosen;
        for (const Term& term : terms) {
            if (request_.limit > 0 && chosen.size() == request_.limit) break;
            if (term.score >= least_score && says_more(chosen, term)) chosen.push_back(term);
        }
        return chosen;
    }
    std::size_t sections_here() const { return ids_here_.size(); }
    std::size_t sections_elsewhere() const { return ids_elsewhere_.size(); }

private:
    void split() {
        ids_here_ = sections_in(connection_, here_);
        std::vector<SectionId> all = sections_in(connection_, everywhere_);
        std::ranges::set_difference(all, ids_here_, std::back_inserter(ids_elsewhere_), {}, &SectionId::value,
                                    &SectionId::value);
    }

    std::vector<Term> weighed_by_samples() {
        text::FrequentStrings here;
        read_sample(connection_, ids_here_, [&](const std::string& text) { here.add(text); });
        const std::vector<text::FrequentString> strings =
            here.find(std::max<std::size_t>(2, here.texts() / 200));
        text::StringCounter elsewhere(strings);
        std::size_t read = 0;
        read_sample(connection_, ids_elsewhere_, [&](const std::string& text) {
            elsewhere.add(text);
            ++read;
        });
        std::vector<Term> terms;
        for (std::size_t i = 0; i < strings.size(); ++i) {
            if (is_part_of_a_name(strings[i].text)) continue;
            terms.push_back({strings[i].text, strings[i].texts, elsewhere.texts()[i]});
        }
        put_in_order(terms, here.texts(), read);
        return terms;
    }

    /// A body's own name sets it apart, and tells nobody anything.
    bool is_part_of_a_name(const std::string& term) const {
        return std::ranges::any_of(request_.scope.bodies, [&](const auto& names) {
            return std::ranges::any_of(names, [&](const std::string& name) {
                return text::contains(name, term) || text::contains(term, name);
            });
        });
    }

    void count_exactly(Term& term) {
        everywhere_.words.all = {{*fts::make_phrase(term.text)}};
        term.here = term.elsewhere = 0;
        MatchScan scan(connection_, everywhere_);
        scan.run(MatchScan::Direction::oldest_first, [&](SectionId id) {
            const bool here = std::ranges::binary_search(ids_here_, id.value, {}, &SectionId::value);
            ++(here ? term.here : term.elsewhere);
            return true;
        });
        everywhere_.words.all.clear();
    }

    static void put_in_order(std::vector<Term>& terms, std::size_t here, std::size_t elsewhere) {
        for (Term& term : terms) term.score = log_likelihood(term, here, std::max<std::size_t>(1, elsewhere));
        std::ranges::sort(terms, [](const Term& a, const Term& b) {
            return a.score != b.score ? a.score > b.score : a.text < b.text;
        });
    }

    Connection& connection_;
    const TermsRequest& request_;
    SearchQuery here_;
    SearchQuery everywhere_;
    std::vector<SectionId> ids_here_;
    std::vector<SectionId> ids_elsewhere_;
};

} // namespace

void distinctive_terms(Connection& connection, const TermsRequest& request, RowSink& sink) {
    Distinctive distinctive(connection, request);
    sink.begin({"term", "sections", "of_sections", "elsewhere", "of_elsewhere", "score"});
    const auto number = [](std::size_t count) { return static_cast<std::int64_t>(count); };
    for (const Term& term : distinctive.find()) {
        const bool more = sink.row({term.text, number(term.here), number(distinctive.sections_here()),
                                    number(term.elsewhere), number(distinctive.sections_elsewhere()),
                                    std::round(term.score * 10) / 10});
        if (!more) break;
    }
    sink.end();
}

} // namespace nianbao::archive
