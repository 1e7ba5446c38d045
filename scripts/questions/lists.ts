/**
 * The word lists of the English rules (measurement 9.3). Entries are whole words or phrases in lower case, with a comma
 * between them. `*` stands for any ending, `(x)` for letters that may be missing, `9` for any number, `/` for a choice inside one word of a
 * phrase. The lists catch the common slips; reading aloud to people of each role decides.
 */

/** A matcher of any entry in any case; a typographic and a straight apostrophe are the same to it. */
const anyOf = (list: string): RegExp => {
	const entries = list.split(',').map((entry) =>
		entry
			.trim()
			.split(/\s+/)
			.map((word) => {
				const choices = word.split('/').map((one) =>
					one
						.replace(/\((\w+)\)/g, '(?:$1)?')
						.replaceAll('*', '[a-z]*')
						.replace('9', '[0-9]+'),
				);
				return choices.length === 1 ? choices[0] : `(?:${choices.join('|')})`;
			})
			.join('[\\s-]+')
			.replaceAll("'", "['’]"),
	);
	return new RegExp(`(?<![\\p{L}\\p{N}])(?:${entries.join('|')})(?![\\p{L}\\p{N}])`, 'iu');
};

export const negations = anyOf(`
	not, no, none, never, nothing, nobody, no one, nowhere, neither, nor, without, cannot, *n't, hardly, barely, scarcely,
	unable, unwilling, uninterested, far from, anything but`);

/** Joints at which a second claim hangs. `than` and relative clauses are free: a preference and a description need them. */
export const joints = anyOf(`
	and, or, but, because, since, although, though, whereas, while, also, plus, as well as, so that, so as to, in order to,
	along with, together with, in addition, rather than`);

export const roles = anyOf(`
	report(s), manager(s), director(s), vp(s), vpe(s), svp(s), evp(s), vice president(s), boss, bosses, ceo(s), cfo(s), cgo(s),
	cio(s), coo(s), cpo(s), cro(s), cto(s), chief, chiefs, head/heads of, the/my/our board, board of directors, executive(s),
	exec(s), founder(s), cofounder(s), leader(s), tech/team/engineering lead(s), supervisor(s), subordinate(s), employee(s),
	staff, engineer(s), developer(s), programmer(s), architect(s), intern(s), junior(s), senior(s), principal(s),
	owner(s), scrum master(s)`);

export const sizes = anyOf(`
	startup(s), start up(s), scaleup(s), scale up(s), enterprise(s), corporation(s), corporate, headcount, department(s),
	division(s), hundred(s), thousand(s), dozen(s), series a/b/c/d/e/f, seed round(s), multinational, worldwide,
	small/little/tiny/big/large/huge/growing/young/mature company/companies/firm/firms/organisation/organization/team/teams,
	9/five/ten/twenty/fifty people/persons/teams/colleagues`);

/** Products, tools, methods and their jargon. Names inside a sentence are also caught by their capital letter. */
export const products = anyOf(`
	kubernetes, kafka, docker, terraform, jenkins, jira, confluence, trello, asana, git, github, gitlab, bitbucket, aws, azure,
	gcp, linux, postgres*, mysql, redis, python, javascript, typescript, java, golang, rails, django, heroku, datadog, grafana,
	pagerduty, chatgpt, copilot, salesforce, microsoft, google, amazon, figma, powerpoint, spreadsheet(s), wiki(s), okr(s),
	kpi(s), sla(s), slo(s), scrum, kanban, sprint(s), standup(s), stand up(s), backlog(s), pull request(s), pr(s), soc2, hipaa,
	gdpr, dora, microservice(s), monolith(s), devops, roadmap(s)`);

/** Idioms, sports and war, and pictures that do not travel to other languages. */
export const idioms = anyOf(`
	lose/lost/losing track, on the way home, past each other, rubber meets, low hanging, move/moves/moving the needle,
	big/bigger picture, hand(s) dirty, hands on, in the weeds, deep dive(s), dive(s)/dived/diving into, deep in the,
	dig(s)/dug/digging into, down the road, on the same page, game plan(s), playbook(s), home run(s), touch base, front line(s),
	frontline(s), trenches, battle(s), war, wars, firefight*, fight(ing) fire(s), kick/kicked/kicking off, run with, bandwidth,
	silver bullet(s), rabbit hole(s), hat(s), herding, under the hood, end of the day, lights on, nuts and bolts, north star,
	runway, heavy lifting, circle back, in the loop, blue sky, moonshot(s), moon shot(s), bet(s), break/breaking/open new ground,
	rock star(s), rockstar(s), ninja(s), guru(s), ducks in a row, the curve, the box, bottleneck(s), glue, wheelhouse,
	comfort zone, spotlight, team player(s), raise/raised the bar, on top of, by heart, hold/held the fort, ship it,
	from scratch, second nature, offense, offence, defense, defence, goalpost(s), finish line, marathon, level up, step up,
	drill(ed) down, superpower(s), unicorn(s)`);

export const frequencies = anyOf(`
	always, often, usually, frequently, sometimes, occasionally, rarely, seldom, regular, regularly, constantly, generally,
	typically, normally, mostly, daily, weekly, monthly, once a, twice, at times, from time to time,
	every/each/most/many day(s)/week(s)/month(s)/time(s), normal/typical/usual day/week`);

/** A drive item says what pulls, a practice item what happened: neither says how good somebody is, or that it went well. */
export const boasts = anyOf(`
	good/great/best/strong/skilled at, skilled in, talented, able to, excel*, succeed*, success*, achiev*,
	i improved/solved/won, helped them/him/her/someone improve`);

/** A reversed item is an opposite preference that a fine leader would own, never a failing. */
export const failings = anyOf(`
	avoid*, refus*, ignor*, neglect*, forget*, forgot*, skip*, hate, hated, dislik*, bored, boring, struggl*, lack*, afraid,
	fear*, bad/poor/weak at, too busy, fail(ed) to, waste*, annoy*, tire*, give/gave up, put off, burden*, tedious,
	pointless`);
