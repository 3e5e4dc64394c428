package io.timbre.trainer.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TuneNameTest {

    @ParameterizedTest
    @CsvSource({
        "autumn_leaves_jpa.mid, autumn leaves",
        "autumn_leaves_pt_dm.mid, autumn leaves",
        "autumn_leaves-1945-kar_jpp.mid, autumn leaves",
        "all_the_things_you_are-2_dm.mid, all the things you are",
        "the_old_rugged_cross_bb3.mid, old rugged cross",
        "blue_moon_1934_kar_jpp.mid, blue moon",
        "nows the time-CParker_gw.mid, nows the time",
        "solar_jh.mid, solar",
        "seven.mid, seven"
    })
    void knowsATuneByWhateverArrangerItIs(String file, String title) {
        assertThat(TuneName.of("bsubedi26", "jazz", file).title()).contains(title);
    }

    @ParameterizedTest
    @CsvSource({
        "cjnolet, jazz, duke_ellington-take_the_a_train.midi, duke ellington, take the a train",
        "bsubedi26, blues, The Turbans- When you dance.mid, turbans, when you dance",
        "bsubedi26, contemporary, Lady_Gaga-Poker_Face.mid, lady gaga, poker face",
        "bsubedi26, misc, D-Block & S-Te-Fan - Supernova.mid, d block, supernova",
        "bsubedi26, misc, Coone Ft. Da Tweekaz - D.W.X..mid, coone, d w x",
    })
    void knowsTheFirstArtistWhereNamesBeginWithOne(
            String collection, String genre, String file, String artist, String title) {
        assertThat(TuneName.of(collection, genre, file))
                .isEqualTo(new TuneName(Optional.of(artist), Optional.of(title)));
    }

    @Test
    void knowsNoTitleOfFilesThatAreNumbered() {
        assertThat(TuneName.of("di01096", "jazz", "jazz (79).mid"))
                .isEqualTo(new TuneName(Optional.empty(), Optional.empty()));
    }
}
