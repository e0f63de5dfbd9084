package justhungry.backend.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import justhungry.api.shop.Delivery;
import justhungry.api.shop.Money;
import justhungry.api.shop.Product;
import justhungry.backend.ordering.state.Catalogue;
import justhungry.platform.process.CannotStartException;
import justhungry.platform.process.ExitCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueParserTest {
    @TempDir
    Path directory;

    private Path file = Path.of("");

    @BeforeEach
    void chooseFile() {
        file = directory.resolve("catalogue.json");
    }

    @Test
    void aCatalogueIsReadInItsOrder() throws IOException, CannotStartException {
        Files.writeString(
                file,
                "{\"products\":[{\"name\":\"plum\",\"price\":\"0.40\",\"stock\":3},"
                        + "{\"name\":\"fig\",\"price\":\"1.99\",\"stock\":0}]}");

        assertThat(CatalogueParser.read(file))
                .isEqualTo(Catalogue.withDefaultDeliveries(
                        List.of(new Product("plum", new Money(40), 3), new Product("fig", new Money(199), 0))));
    }

    @Test
    void itsOwnDeliveriesStandInThePlaceOfTheDefaultOnes() throws IOException, CannotStartException {
        Files.writeString(file, """
            {"products":[{"name":"fig","price":"1.99","stock":1}],
             "deliveries":[{"code":"DRONE_1","label":"by drone","fee":"9.50"},
                           {"code":"FOOT","label":"on foot","fee":"0"}]}\
            """);

        assertThat(CatalogueParser.read(file).deliveries())
                .containsExactly(
                        new Delivery("DRONE_1", "by drone", new Money(950)),
                        new Delivery("FOOT", "on foot", Money.ZERO));
    }

    @Test
    void theStandardCatalogueCanBeRead() {
        assertThat(CatalogueParser.defaultCatalogue().deliveries()).isEqualTo(Catalogue.DEFAULT_DELIVERIES);
    }

    /** Each line is a catalogue, with ' for ", and a part of the message about it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'products':[{'name':'fig','price':'1.99','stock':}]} | line 1 column
            {'products':[{'name':'fig','price':'1.99','stock':1}  | line 1 column
            ['fig']                                               | BEGIN_OBJECT
            {'goods':[]}                                          | expected "products", found "goods"
            {'products':[{'title':'fig'}]}                        | expected "name", found "title"
            {'products':[{'name':'fig','price':'1.99'}]}          | expected "stock"
            {'products':[{'name':7}]}                             | expected text in quotes
            {'products':[{'name':'fig','price':1.99,'stock':1}]}  | expected text in quotes
            {'products':[{'name':'fig','price':'x','stock':1}]}   | $.products[0].stock
            {'products':[{'name':'fig','price':'-1','stock':1}]}  | $.products[0].stock
            {'products':[{'name':'fig','price':'1','stock':'1'}]} | expected a whole number
            {'products':[{'name':'fig','price':'1','stock':1.5}]} | 1.5
            {'products':[{'name':'fig','price':'1','stock':-1}]}  | -1
            {'products':[{'name':'fig','price':'1','stock':1},{'name':'fig','price':'1','stock':1}]} | fig is listed twice
            {'products':[]}                                       | it has no products
            {'products':[{'name':'fig','price':'1','stock':1}],'deliveries':[]} | it has no deliveries
            {'products':[{'name':'fig','price':'1','stock':1}],'couriers':[]} | expected "deliveries", found "couriers"
            {'products':[{'name':'fig','price':'1','stock':1}],'deliveries':[{'code':'A','label':'a'}]} | expected "fee"
            {'products':[{'name':'fig','price':'1','stock':1}],'deliveries':[{'code':'a','label':'a','fee':'1'}]} | like SAME_DAY: not 'a'
            {'products':[{'name':'fig','price':'1','stock':1}],'deliveries':[{'code':'A','label':'a','fee':'1'},{'code':'A','label':'b','fee':'2'}]} | A is listed twice
            {'products':[{'name':'fig','price':'1','stock':1}]} x | line 1 column
            {'products':[{'name':'fig','price':'1','stock':1}]}{} | line 1 column
            """)
    void whatIsNoCatalogueIsRefused_withItsPlaceAndWhatOneLooksLike(String text, String expected) throws IOException {
        Files.writeString(file, text.replace('\'', '"'));

        assertThat(refusal())
                .contains(expected)
                .endsWith(
                        "A catalogue looks like {\"products\":[{\"name\":\"apple\",\"price\":\"1.99\",\"stock\":15}]}")
                .hasLineCount(1);
    }

    @Test
    void anEmptyFileIsRefused() throws IOException {
        Files.createFile(file);

        assertThat(refusal()).contains("A catalogue looks like");
    }

    @Test
    void aMissingFileIsRefused() {
        assertThat(refusal()).hasLineCount(1);
    }

    @Test
    void aDirectoryIsRefused() throws IOException {
        Files.createDirectory(file);

        assertThat(refusal()).hasLineCount(1);
    }

    @Test
    void whatIsNotUtf8IsRefused() throws IOException {
        Files.write(
                file,
                "{\"products\":[{\"name\":\"Käse\",\"price\":\"1\",\"stock\":1}]}"
                        .getBytes(StandardCharsets.ISO_8859_1));

        assertThat(refusal()).hasLineCount(1);
    }

    /** The message, which always names the file. */
    private String refusal() {
        var thrown = catchThrowableOfType(CannotStartException.class, () -> CatalogueParser.read(file));
        assertThat(thrown).isNotNull();
        assertThat(thrown.exitCode()).isEqualTo(ExitCode.SCRIPT);
        assertThat(thrown).hasMessageContaining(file.toString());
        return thrown.getMessage();
    }
}
