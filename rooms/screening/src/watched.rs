//! Who is looked for.

use jiff::civil::Date;

/// The most names of one person, or of one row of a register, that are looked at: as many as a number of 16 bits counts.
pub(crate) const MOST_NAMES: usize = 1 << 16;
/// The years in which somebody may have been born who is looked for or stands in a register. What lies outside is of another calendar
/// or stands for a date that is not known, and tells nothing.
const YEARS: std::ops::RangeInclusive<u16> = 1850..=2100;

/// One person or entity of a watch list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Watched {
    /// The watch list's own id; goes into the output as it is.
    pub id: String,
    /// The name, in any script.
    pub name: String,
    /// Other names, in any script.
    pub aliases: Vec<String>,
    /// When they were born, as far as it is known.
    pub born_on: Option<Born>,
    /// Nationalities as the list writes them (codes or names of States; compared without case).
    pub nationality: Vec<String>,
    /// Gender, where the list gives it.
    pub gender: Option<Gender>,
    /// Person or entity.
    pub kind: Kind,
}

impl Watched {
    /// The name of a number: 0 is the name, from 1 on the other names; the name where there is none of the number.
    pub fn called(&self, number: u16) -> &str {
        let alias = usize::from(number).checked_sub(1).and_then(|alias| self.aliases.get(alias));
        alias.unwrap_or(&self.name)
    }
}

/// What is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Kind {
    /// A natural person.
    #[default]
    Person,
    /// A company, an organisation, a vessel.
    Entity,
}

impl Kind {
    /// Reads `person` or `entity` (or what lists write for them) without case; `None` for any other word.
    pub fn read(text: &str) -> Option<Kind> {
        match text.trim().to_lowercase().as_str() {
            "person" | "individual" | "personne" => Some(Kind::Person),
            "entity" | "company" | "organization" | "organisation" | "legalentity" | "vessel" | "entité" | "société" | "navire" => {
                Some(Kind::Entity)
            }
            _ => None,
        }
    }
}

/// A gender as registers give it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gender {
    /// Female.
    Female,
    /// Male.
    Male,
}

impl Gender {
    /// Reads the words and letters that registers write (`f`, `female`, `femme`, `w`; `m`, `male`, `homme`), without
    /// case; `None` for anything else, which then counts neither for nor against.
    pub fn read(text: &str) -> Option<Gender> {
        match text.trim().to_lowercase().as_str() {
            "f" | "female" | "femme" | "féminin" | "w" | "woman" | "mujer" | "ж" | "жен" | "أنثى" | "女" => Some(Gender::Female),
            "m" | "male" | "homme" | "masculin" | "man" | "hombre" | "h" | "м" | "муж" | "ذكر" | "男" => Some(Gender::Male),
            _ => None,
        }
    }
}

/// A date of birth, as exact as it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Born {
    /// Year of the Gregorian calendar, 1850 to 2100.
    pub year: u16,
    /// Month, 1 to 12.
    pub month: Option<u8>,
    /// Day of the month, 1 to 31; only with a month.
    pub day: Option<u8>,
}

impl Born {
    /// Reads `YYYY`, `YYYY-MM`, `YYYY-MM-DD` (also with `/` or `.`, or written together as `YYYYMMDD`) and
    /// `DD.MM.YYYY` (also with `/` or `-`); a month that is more than 12 is taken for a day. An hour may stand behind it. `None` for
    /// anything else: for two dates, years of other calendars, and the 1st of January 1900, which programs write for none.
    pub fn read(text: &str) -> Option<Born> {
        let text = text.trim();
        let (text, behind) = text.split_once(['T', ' ']).unwrap_or((text, ""));
        if !behind.is_empty() && !behind.contains(':') {
            return None;
        }
        let mut parts = [0u16; 3];
        let mut lengths = [0usize; 3];
        let mut count = 0;
        for part in text.split(['-', '/', '.']) {
            if count == 3 || part.is_empty() || part.len() > 8 || !part.bytes().all(|b| b.is_ascii_digit()) {
                return None;
            }
            if part.len() == 8 {
                if count > 0 || text.len() != 8 {
                    return None;
                }
                return Born::of(part[..4].parse().ok()?, part[4..6].parse().ok(), part[6..].parse().ok());
            }
            parts[count] = part.parse().ok()?;
            lengths[count] = part.len();
            count += 1;
        }
        match (count, lengths[0], lengths[2]) {
            (1, 4, _) => Born::of(parts[0], None, None),
            (2, 4, _) => Born::of(parts[0], Some(parts[1]), None),
            (2, _, _) if lengths[1] == 4 => Born::of(parts[1], Some(parts[0]), None),
            (3, 4, _) => Born::of(parts[0], Some(parts[1]), Some(parts[2])),
            (3, _, 4) if parts[1] > 12 => Born::of(parts[2], Some(parts[0]), Some(parts[1])),
            (3, _, 4) => Born::of(parts[2], Some(parts[1]), Some(parts[0])),
            _ => None,
        }
    }

    /// What two dates of one person say together, the more exact one of both; `None` where they differ.
    pub(crate) fn with(self, other: Born) -> Option<Born> {
        let (more, less) = if self.month.is_some() >= other.month.is_some() && self.day.is_some() >= other.day.is_some() {
            (self, other)
        } else {
            (other, self)
        };
        let agree = less.year == more.year
            && less.month.is_none_or(|month| more.month == Some(month))
            && less.day.is_none_or(|day| more.day == Some(day));
        agree.then_some(more)
    }

    fn of(year: u16, month: Option<u16>, day: Option<u16>) -> Option<Born> {
        // Registers write 00 for a part that is not known.
        let month = month.filter(|month| *month != 0);
        let day = day.filter(|day| *day != 0).filter(|_| month.is_some());
        let part = |part: Option<u16>| part.map_or(Some(1), |part| i8::try_from(part).ok());
        // What is in no calendar, such as the 31st of February, is no date.
        Date::new(i16::try_from(year).ok()?, part(month)?, part(day)?).ok()?;
        let for_none = (year, month, day) == (1900, Some(1), Some(1));
        (YEARS.contains(&year) && !for_none).then(|| Born {
            year,
            month: month.and_then(|month| u8::try_from(month).ok()),
            day: day.and_then(|day| u8::try_from(day).ok()),
        })
    }
}
